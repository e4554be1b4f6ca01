-- Verified visitors: a host signs the ids of its users with the project's secret, and the visitor it speaks of is the
-- same one in every browser; what he wrote in one of them before he logged in is merged into him.

-- 64 hex digits after `sk_`: 244 random bits. Apart from projects, whose rows every member reads.
create table private.project_secrets (
  project_id uuid primary key references public.projects on delete cascade,
  secret text not null default 'sk_' || replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''),
  rotated_at timestamptz not null default now()
);

-- Which browser a signature served. One that was caught on its way is of no use in another, as long as it is good at
-- all; later the row is swept.
create table private.used_signatures (
  project_id uuid not null references public.projects on delete cascade,
  -- The hex HMAC, which names time, user and secret at once.
  signature text not null,
  token_hash text not null,
  ends_at timestamptz not null,
  primary key (project_id, signature)
);

create index used_signatures_end on private.used_signatures (ends_at);
-- Which of them a log-out ends.
create index used_signatures_token on private.used_signatures (project_id, token_hash);

alter table private.project_secrets enable row level security;
alter table private.project_secrets force row level security;
alter table private.used_signatures enable row level security;
alter table private.used_signatures force row level security;

create function private.give_secret() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into private.project_secrets (project_id) values (new.id);
  return new;
end $$;

create trigger give_secret after insert on public.projects
for each row execute function private.give_secret();

-- What the host's server signs with, for the owners and admins who put it there.
create function public.project_secret(project uuid) returns text
language plpgsql stable security definer set search_path = '' as $$
begin
  if project in (select private.my_projects('{owner,admin}')) is not true then
    raise exception 'only owners and admins of the project read its secret' using errcode = 'insufficient_privilege';
  end if;
  return (select s.secret from private.project_secrets s where s.project_id = project);
end $$;

-- A new secret; nothing that was signed with the old one is accepted from now on. Who is verified stays so.
create function public.rotate_project_secret(project uuid) returns text
language plpgsql volatile security definer set search_path = '' as $$
declare
  fresh text;
begin
  if project in (select private.my_projects('{owner,admin}')) is not true then
    raise exception 'only owners and admins of the project change its secret' using errcode = 'insufficient_privilege';
  end if;
  update private.project_secrets s set secret = default, rotated_at = now() where s.project_id = project
  returning s.secret into fresh;
  return fresh;
end $$;

revoke execute on function public.project_secret(uuid), public.rotate_project_secret(uuid) from public, anon;
grant execute on function public.project_secret(uuid), public.rotate_project_secret(uuid) to authenticated;

-- When the signature `t=<Unix seconds>,v1=<hex>` of this user ends, an hour after its time; null if it is not good:
-- made otherwise, older, of more than five minutes ahead, or not the project's. RFC 2104 over "<t>.<user id>".
create function private.signature_end(project uuid, user_id text, signature text) returns timestamptz
language plpgsql stable security definer set search_path = '' as $$
declare
  parts text[] := regexp_match(signature, '^t=([0-9]{1,12}),v1=([0-9a-f]{64})$');
  made timestamptz := to_timestamp(parts[1]::double precision);
  expected bytea;
begin
  if parts is null or made > now() + interval '5 minutes' or made <= now() - interval '1 hour' then return null; end if;
  select extensions.hmac(convert_to(parts[1] || '.' || user_id, 'UTF8'), convert_to(s.secret, 'UTF8'), 'sha256') into expected
  from private.project_secrets s where s.project_id = project;
  -- Hashes are compared and not the codes themselves, so that the time this takes tells nothing of how much was right.
  if sha256(expected) = sha256(decode(parts[2], 'hex')) then return made + interval '1 hour'; end if;
  return null;
end $$;

-- Everything of the anonymous visitor `source` becomes the verified visitor's, and `source` ends. The caller has taken
-- over the one token of `source`, so no browser writes for him meanwhile; numbers and times stay. A key that both used
-- gets a new name: it has done its work.
create function private.merge_visitor(source uuid, target uuid) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare
  moved integer := 0;
  part integer;
begin
  -- Waits for whoever is just adding a row that refers to him.
  perform from public.visitors v where v.id = source for update;
  update public.conversations c
  set visitor_id = target,
      idempotency_key = case when exists (select from public.conversations o
          where o.visitor_id = target and o.idempotency_key = c.idempotency_key)
        then gen_random_uuid() else c.idempotency_key end
  where c.visitor_id = source;
  get diagnostics part = row_count;
  moved := moved + part;
  update public.attachments a
  set visitor_id = target,
      idempotency_key = case when exists (select from public.attachments o
          where o.visitor_id = target and o.idempotency_key = a.idempotency_key)
        then gen_random_uuid() else a.idempotency_key end
  where a.visitor_id = source;
  get diagnostics part = row_count;
  moved := moved + part;
  update public.responses r
  set visitor_id = target,
      idempotency_key = case when exists (select from public.responses o
          where o.visitor_id = target and o.idempotency_key = r.idempotency_key)
        then gen_random_uuid() else r.idempotency_key end
  where r.visitor_id = source;
  get diagnostics part = row_count;
  moved := moved + part;
  update public.suggestion_events e set visitor_id = target where e.visitor_id = source;
  -- Where he left an address for answers, they still reach him.
  update public.visitors v set email = coalesce(v.email, s.email), created_at = least(v.created_at, s.created_at)
  from public.visitors s where v.id = target and s.id = source;
  update public.visitor_tokens t set visitor_id = target where t.visitor_id = source;
  delete from public.visitors v where v.id = source;
  return moved > 0;
end $$;

-- Binds the caller's token to the verified visitor `user` names, made if he is new. True if what an anonymous visitor
-- had written came along. Token and user are locked by the caller.
create function private.bind_token(caller jsonb, project uuid, known public.visitors, account jsonb) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare
  target uuid;
  merged boolean := false;
begin
  select v.id into target from public.visitors v where v.project_id = project and v.user_id = account ->> 'id';
  if target is null and known.id is not null then
    -- The first browser of this user: the anonymous visitor becomes him, with all that is his. What was said of him
    -- without proof ends.
    update public.visitors v set user_id = account ->> 'id', name = null, traits = '{}' where v.id = known.id;
    target := known.id;
    merged := exists (select from public.conversations c where c.visitor_id = known.id)
      or exists (select from public.responses r where r.visitor_id = known.id)
      or exists (select from public.attachments a where a.visitor_id = known.id);
  elsif target is null then
    insert into public.visitors (project_id, user_id) values (project, account ->> 'id') returning id into target;
  end if;
  if known.id is null then
    insert into public.visitor_tokens (project_id, token_hash, visitor_id) values (project, caller ->> 'token', target);
  elsif known.id <> target then
    merged := private.merge_visitor(known.id, target);
  end if;
  return merged;
end $$;

-- `input`: {user: {id, name?, email?, traits?}, signature?}. With a good signature the browser speaks for that user from
-- now on. Without one, what is said of him is kept on the anonymous visitor, and proves nothing.
create function public.widget_identify(caller jsonb, input jsonb) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  account jsonb := input -> 'user';
  door jsonb;
  project uuid;
  known public.visitors;
  ends timestamptz;
  refused jsonb;
  merged boolean := false;
begin
  perform private.take_token_over(caller);
  door := private.enter_with_token(caller);
  if door ? 'error' then return door; end if;
  project := door ->> 'project';
  refused := private.too_often(caller, 'identify');
  if refused is not null then return refused; end if;
  select * into known from public.visitors v where v.id = (door ->> 'visitor')::uuid;
  if known.user_id is not null and known.user_id <> account ->> 'id' then
    return private.refusal('foreign_token', 'This token is another user''s. Make a new one and identify again.');
  end if;
  if input ->> 'signature' is null then
    -- Whoever is verified stays who he is, and what was proven of him stays as it is.
    if known.user_id is not null then return jsonb_build_object('verified', true, 'merged', false); end if;
    perform private.describe(private.welcome(caller, project), account);
    return jsonb_build_object('verified', false, 'merged', false);
  end if;
  ends := private.signature_end(project, account ->> 'id', input ->> 'signature');
  if ends is null then
    return private.refusal('invalid_signature', 'The signature is not of this user and project, or is more than an hour old.');
  end if;
  -- Two browsers of one user come in one after the other. The token's lock always first.
  perform pg_advisory_xact_lock(hashtextextended('user:' || project || ':' || (account ->> 'id'), 0));
  insert into private.used_signatures as u (project_id, signature, token_hash, ends_at)
  values (project, split_part(input ->> 'signature', 'v1=', 2), caller ->> 'token', ends)
  on conflict on constraint used_signatures_pkey do nothing;
  if not exists (select from private.used_signatures u where u.project_id = project
      and u.signature = split_part(input ->> 'signature', 'v1=', 2) and u.token_hash = caller ->> 'token') then
    return private.refusal('invalid_signature', 'This signature has served another browser. Each log-in makes its own.');
  end if;
  delete from private.used_signatures u where u.ctid = any (array(
    select o.ctid from private.used_signatures o where o.ends_at < now() limit 100 for update skip locked));
  merged := private.bind_token(caller, project, known, account);
  perform private.describe(private.welcome(caller, project), account);
  return jsonb_build_object('verified', true, 'merged', merged);
end $$;

-- What the host says of a visitor; what it leaves out stays.
create function private.describe(visitor uuid, account jsonb) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  update public.visitors v
  set name = coalesce(account ->> 'name', v.name), email = coalesce(account ->> 'email', v.email),
      traits = coalesce(account -> 'traits', v.traits)
  where v.id = visitor;
end $$;

-- The browser is nobody's any more: somebody logged out. What he wrote stays; whether he reads it again hangs on
-- whether he was verified. A signature that served the token serves nobody from now on: caught together they would
-- undo the log-out for as long as the signature is good.
create function public.widget_reset(caller jsonb) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  door jsonb;
  refused jsonb;
begin
  perform private.take_token_over(caller);
  door := private.enter(caller);
  if door ? 'error' then return door; end if;
  refused := private.too_often(caller, 'identify');
  if refused is not null then return refused; end if;
  delete from public.visitor_tokens t
  where t.project_id = (door ->> 'project')::uuid and t.token_hash = caller ->> 'token';
  update private.used_signatures u set token_hash = ''
  where u.project_id = (door ->> 'project')::uuid and u.token_hash = caller ->> 'token';
  return '{}';
end $$;
