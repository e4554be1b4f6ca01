-- Everything a visitor does. Only the function `widget` may call these, with the rights of service_role; it has
-- parsed the input (shared/domain/widget.ts) and hands on who is calling:
--
--   caller: { project: publishable key, origin: of the page, token: hex SHA-256 of the visitor's token or null,
--             address: hash of the network address or null }
--
-- A refusal is returned, not raised: {"error": code, "message": …, "retryAfter": s}. So the token that a request
-- took from its rate limit stays taken.

create function private.refusal(code text, message text, retry_after integer default null) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_strip_nulls(jsonb_build_object('error', code, 'message', message, 'retryAfter', retry_after))
$$;

-- Every function that writes for a visitor shares his token until its transaction ends, and whoever gives the token to
-- another visitor (identify, reset) waits for them and keeps them waiting: so nothing is written for a visitor that
-- is just being merged into another. Taken before anything else is locked or looked up.
create function private.share_token(caller jsonb) returns void
language plpgsql volatile set search_path = '' as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('token:' || (caller ->> 'token'), 0));
end $$;

create function private.take_token_over(caller jsonb) returns void
language plpgsql volatile set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('token:' || (caller ->> 'token'), 0));
end $$;

-- The first door of every call: the project, the page's origin, the visitor if he is known.
-- Returns {"project": id, "visitor": id or null} or a refusal.
create function private.enter(caller jsonb) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  found record;
begin
  select p.id as project, p.allowed_origins, t.visitor_id as visitor into found
  from public.projects p
  left join public.visitor_tokens t on t.project_id = p.id and t.token_hash = caller ->> 'token'
  where p.publishable_key = caller ->> 'project';
  if found.project is null then
    return private.refusal('unknown_project', 'There is no project with this key.');
  end if;
  if ('*' = any (found.allowed_origins) or coalesce(caller ->> 'origin', '') = any (found.allowed_origins)) is not true then
    return private.refusal('foreign_origin',
      format('Pages of %s may not use this project.', coalesce(nullif(left(caller ->> 'origin', 100), ''), 'an unknown origin')));
  end if;
  return jsonb_build_object('project', found.project, 'visitor', found.visitor);
end $$;

-- Like `enter`, for what writes for a visitor and makes one of whoever is not one yet: a token must be there to know
-- him by, and is shared from here on.
create function private.enter_with_token(caller jsonb) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  door jsonb;
begin
  perform private.share_token(caller);
  door := private.enter(caller);
  if door ? 'error' or caller ->> 'token' is not null then return door; end if;
  return private.refusal('invalid_token', 'The visitor''s token is missing.');
end $$;

-- Null, or the refusal of a caller who does `action` too often.
create function private.too_often(caller jsonb, action text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  wait integer := private.rate_limit(action, caller ->> 'token', caller ->> 'address');
begin
  if wait = 0 then return null; end if;
  return private.refusal('rate_limited', format('Too many requests. Try again in %s seconds.', wait), wait);
end $$;

-- Like `enter`, for what only a known visitor may do, with its rate limit.
create function private.enter_known(caller jsonb, action text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  door jsonb := private.enter(caller);
begin
  if door ? 'error' then return door; end if;
  if door ->> 'visitor' is null then
    -- Guessing tokens is limited like everything else.
    return coalesce(private.too_often(caller, action), private.refusal('invalid_token', 'This visitor is not known here.'));
  end if;
  return coalesce(private.too_often(caller, action), door);
end $$;

-- The visitor behind the caller's token, made if he is new. Needs a token, shared or taken over. `unknown`: he was not
-- found a moment ago, so that it is tried first to make him.
create function private.welcome(caller jsonb, project uuid, speaks text default null, writes_from text default null,
  unknown boolean default false) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
  visitor uuid;
begin
  -- Twice around only where two first words of one visitor meet.
  loop
    if not unknown then
      update public.visitors v
      set last_seen_at = now(), locale = coalesce(speaks, v.locale),
          -- What the host proved of somebody is not changed by what is typed into a form.
          email = case when v.user_id is null then coalesce(writes_from, v.email) else coalesce(v.email, writes_from) end
      from public.visitor_tokens t
      where t.project_id = project and t.token_hash = caller ->> 'token' and v.id = t.visitor_id
      returning v.id into visitor;
      if visitor is not null then return visitor; end if;
    end if;
    insert into public.visitors (project_id, locale, email)
    values (project, coalesce(speaks, 'en'), writes_from)
    returning id into visitor;
    insert into public.visitor_tokens (project_id, token_hash, visitor_id)
    values (project, caller ->> 'token', visitor)
    on conflict do nothing;
    if found then return visitor; end if;
    delete from public.visitors v where v.id = visitor;
    unknown := false;
  end loop;
end $$;

-- One visitor's requests with one key run one after the other, so that the second finds what the first wrote.
create function private.lock_key(scope text, key text) returns void
language plpgsql volatile set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(scope || ':' || key, 0));
end $$;
