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

-- The first door of every call: the project, the page's origin, the visitor if he is known.
-- Returns {"project": id, "visitor": id or null} or a refusal.
create function private.enter(caller jsonb) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  found record;
begin
  select p.id as project, p.allowed_origins, v.id as visitor into found
  from public.projects p
  left join public.visitors v on v.project_id = p.id and v.token_hash = caller ->> 'token'
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

-- Like `enter`, for what makes a visitor of whoever is not one yet: a token must be there to know him by.
create function private.enter_with_token(caller jsonb) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  door jsonb := private.enter(caller);
begin
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

-- The visitor behind the caller's token, made if he is new. Needs a token.
create function private.welcome(caller jsonb, project uuid, speaks text default null, writes_from text default null) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
  visitor uuid;
begin
  insert into public.visitors as v (project_id, token_hash, locale, email)
  values (project, caller ->> 'token', coalesce(speaks, 'en'), writes_from)
  on conflict (project_id, token_hash) do update
  set last_seen_at = now(), locale = coalesce(speaks, v.locale), email = coalesce(excluded.email, v.email)
  returning v.id into visitor;
  return visitor;
end $$;

-- Null if every upload of `attachments` is finalised, this visitor's own and not yet used, and if marks and clean image
-- belong to their picture; else the refusal. Locks the uploads until the end of the transaction, so that two messages
-- cannot take the same picture.
create function private.check_attachments(visitor uuid, attachments jsonb) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  uploads uuid[];
  refused jsonb;
begin
  if jsonb_array_length(coalesce(attachments, '[]')) = 0 then return null; end if;
  uploads := array(
    select (input ->> image)::uuid
    from jsonb_array_elements(attachments) as input, unnest(array['uploadId', 'cleanUploadId']) as image
    where input ? image);
  perform from public.attachments a where a.id = any (uploads) and a.visitor_id = visitor order by a.id for update;
  if (select count(*) from public.attachments a
      where a.id = any (uploads) and a.visitor_id = visitor and a.state = 'finalised') <> cardinality(uploads) then
    return private.refusal('invalid_request', 'A picture of this message was not uploaded or is already used.');
  end if;
  select marks.refusal into refused
  from jsonb_array_elements(attachments) as input
  join public.attachments a on a.id = (input ->> 'uploadId')::uuid
  left join public.attachments c on c.id = (input ->> 'cleanUploadId')::uuid
  cross join lateral private.check_marks(input -> 'annotation', a.width, a.height,
    case when c.id is not null then jsonb_build_object('width', c.width, 'height', c.height) end) as marks (refusal)
  where marks.refusal is not null
  limit 1;
  return refused;
end $$;

create function private.attach(visitor uuid, conversation uuid, message uuid, attachments jsonb) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  if attachments is null then return; end if;
  update public.attachments a
  set state = 'attached', conversation_id = conversation, message_id = message,
      annotation = nullif(input -> 'annotation', 'null')
  from jsonb_array_elements(attachments) as input
  where a.id = (input ->> 'uploadId')::uuid and a.visitor_id = visitor and a.state = 'finalised';
  update public.attachments a
  set state = 'attached', conversation_id = conversation, message_id = message, clean_of = (input ->> 'uploadId')::uuid
  from jsonb_array_elements(attachments) as input
  where a.id = (input ->> 'cleanUploadId')::uuid and a.visitor_id = visitor and a.state = 'finalised';
end $$;

-- One visitor's requests with one key run one after the other, so that the second finds what the first wrote.
create function private.lock_key(scope text, key text) returns void
language plpgsql volatile set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(scope || ':' || key, 0));
end $$;

create function public.widget_start_conversation(caller jsonb, input jsonb) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  key uuid := input ->> 'idempotencyKey';
  door jsonb;
  project uuid;
  visitor uuid;
  refused jsonb;
  conversation uuid;
  given integer;
  message uuid;
  present timestamptz;
begin
  -- Before the visitor is looked up: of two first requests the second must find the visitor that the first made.
  perform private.lock_key(caller ->> 'token', key::text);
  door := private.enter_with_token(caller);
  if door ? 'error' then return door; end if;
  project := door ->> 'project';
  visitor := door ->> 'visitor';
  if visitor is not null then
    select c.id, c.number, m.id into conversation, given, message
    from public.conversations c
    left join public.messages m on m.conversation_id = c.id and m.idempotency_key = key
    where c.visitor_id = visitor and c.idempotency_key = key;
  end if;
  if conversation is null then
    refused := coalesce(private.too_often(caller, 'conversation'), private.check_attachments(visitor, input -> 'attachments'));
    if refused is not null then return refused; end if;
    visitor := private.welcome(caller, project, input ->> 'locale', input ->> 'email');
    -- From here to the end of the transaction nobody else gets a number in this project: so there are no gaps.
    update private.project_counters n set last_number = n.last_number + 1 where n.project_id = project
    returning n.last_number into given;
    present := clock_timestamp();
    insert into public.conversations as c (project_id, visitor_id, number, kind, locale, context, idempotency_key, preview,
      created_at, last_message_at, visitor_read_at)
    values (project, visitor, given, (input ->> 'kind')::public.conversation_kind, input ->> 'locale',
      coalesce(input -> 'context', '{}'), key, left(input ->> 'body', 200), present, present, present)
    returning c.id into conversation;
    insert into public.messages as m (conversation_id, project_id, author, member_id, body, idempotency_key, created_at)
    values (conversation, project, 'visitor', null, input ->> 'body', key, present)
    returning m.id into message;
    perform private.attach(visitor, conversation, message, input -> 'attachments');
    if input ? 'suggestionSession' then
      insert into public.suggestion_events (project_id, article_id, visitor_id, session_id, outcome, query, conversation_id)
      select e.project_id, e.article_id, visitor, e.session_id, 'submitted_anyway', max(e.query), conversation
      from public.suggestion_events e
      where e.session_id = (input ->> 'suggestionSession')::uuid and e.project_id = project
      group by e.project_id, e.article_id, e.session_id
      on conflict do nothing;
    end if;
  end if;
  return jsonb_build_object('conversationId', conversation, 'number', given, 'messageId', message);
end $$;

create function public.widget_reply(caller jsonb, conversation uuid, input jsonb) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  door jsonb := private.enter(caller);
  visitor uuid := (door ->> 'visitor')::uuid;
  refused jsonb;
  message uuid;
begin
  if door ? 'error' then return door; end if;
  if visitor is null then return private.enter_known(caller, 'reply'); end if;
  if not exists (select from public.conversations c where c.id = conversation and c.visitor_id = visitor) then
    return coalesce(private.too_often(caller, 'read'), private.refusal('not_found', 'There is no such conversation of yours.'));
  end if;
  perform private.lock_key(conversation::text, input ->> 'idempotencyKey');
  select m.id into message from public.messages m
  where m.conversation_id = conversation and m.idempotency_key = (input ->> 'idempotencyKey')::uuid;
  if message is null then
    refused := coalesce(private.too_often(caller, 'reply'), private.check_attachments(visitor, input -> 'attachments'));
    if refused is not null then return refused; end if;
    insert into public.messages (conversation_id, project_id, author, member_id, body, idempotency_key)
    values (conversation, (door ->> 'project')::uuid, 'visitor', null, input ->> 'body', (input ->> 'idempotencyKey')::uuid)
    returning id into message;
    perform private.attach(visitor, conversation, message, input -> 'attachments');
    -- Who answers has read what was said before.
    update public.conversations c set visitor_read_at = m.created_at
    from public.messages m where m.id = message and c.id = conversation;
  end if;
  return jsonb_build_object('messageId', message);
end $$;

-- A place for one picture. The function signs an upload link for `path`.
create function public.widget_reserve_upload(caller jsonb, input jsonb) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  door jsonb := private.enter_with_token(caller);
  upload public.attachments;
  refused jsonb;
  visitor uuid;
  candidate uuid := gen_random_uuid();
begin
  if door ? 'error' then return door; end if;
  -- Repeats too: each of them costs requests to Storage.
  refused := private.too_often(caller, 'upload');
  if refused is not null then return refused; end if;
  select * into upload from public.attachments a
  where a.visitor_id = (door ->> 'visitor')::uuid and a.idempotency_key = (input ->> 'idempotencyKey')::uuid;
  -- No link is given for a place that is a day old, so that the place can be forgotten some time.
  if upload.state = 'reserved' and upload.created_at < now() - interval '1 day' then
    perform public.widget_discard_upload(upload.id);
    upload := null;
  end if;
  if upload.id is null then
    visitor := private.welcome(caller, (door ->> 'project')::uuid);
    insert into public.attachments (id, project_id, visitor_id, path, content_type, bytes, idempotency_key)
    values (candidate, (door ->> 'project')::uuid, visitor,
      format('%s/%s/%s.%s', door ->> 'project', visitor, candidate, split_part(input ->> 'contentType', '/', 2)),
      input ->> 'contentType', (input ->> 'bytes')::integer, (input ->> 'idempotencyKey')::uuid)
    on conflict (visitor_id, idempotency_key) do nothing;
    select * into upload from public.attachments a
    where a.visitor_id = visitor and a.idempotency_key = (input ->> 'idempotencyKey')::uuid;
  end if;
  if upload.content_type <> input ->> 'contentType' or upload.bytes <> (input ->> 'bytes')::integer then
    return private.refusal('conflict', 'This key belongs to another picture.');
  end if;
  return jsonb_build_object('uploadId', upload.id, 'path', upload.path, 'state', upload.state,
    'contentType', upload.content_type, 'bytes', upload.bytes, 'fresh', upload.id = candidate);
end $$;

-- One's own upload: where it lies and what was announced or, once it is finalised, found.
create function public.widget_upload(caller jsonb, upload uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  door jsonb := private.enter_known(caller, 'upload');
  found public.attachments;
begin
  if door ? 'error' then return door; end if;
  select * into found from public.attachments a
  where a.id = upload and a.visitor_id = (door ->> 'visitor')::uuid and a.state <> 'discarded';
  if found.id is null then return private.refusal('not_found', 'There is no such upload of yours.'); end if;
  return jsonb_build_object('uploadId', found.id, 'path', found.path, 'state', found.state,
    'contentType', found.content_type, 'bytes', found.bytes,
    'width', found.width, 'height', found.height, 'sha256', found.sha256);
end $$;

-- The picture's bytes were looked at: `facts` is {contentType, bytes, width, height, sha256} as found.
-- Answers what is kept, which is the first finding where two requests finalise one upload.
create function public.widget_finalise_upload(upload uuid, facts jsonb) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  kept public.attachments;
begin
  update public.attachments a
  set state = 'finalised', content_type = facts ->> 'contentType', bytes = (facts ->> 'bytes')::integer,
      width = (facts ->> 'width')::integer, height = (facts ->> 'height')::integer, sha256 = facts ->> 'sha256'
  where a.id = upload and a.state = 'reserved';
  select * into kept from public.attachments a where a.id = upload and a.state in ('finalised', 'attached');
  if kept.id is null then return private.refusal('not_found', 'There is no such upload of yours.'); end if;
  return jsonb_build_object('uploadId', kept.id, 'contentType', kept.content_type, 'bytes', kept.bytes,
    'width', kept.width, 'height', kept.height, 'sha256', kept.sha256);
end $$;

-- The bytes were no picture. The upload is gone for its visitor, whose key is free again; the path is kept until no
-- upload link can be good any more, because bytes could be put there once more. False if the upload was finalised
-- or discarded in the meantime: then its file is no business of the caller's.
create function public.widget_discard_upload(upload uuid) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
begin
  update public.attachments a set state = 'discarded', idempotency_key = gen_random_uuid()
  where a.id = upload and a.state = 'reserved';
  return found;
end $$;

-- Whether no upload link of a place made at `reserved` can be good any more: links are given within a day
-- (widget_reserve_upload) and Storage takes them for two hours.
create function private.links_ended(reserved timestamptz) returns boolean
language sql stable set search_path = '' as $$
  select reserved < now() - interval '27 hours'
$$;

-- Paths of up to ten files of the project that are to be removed: uploads that were not finished within a day or
-- not sent within a week (somebody offline may still hold the message), which no message can take any more from now
-- on, and discarded ones whose links have ended. The caller removes the files and
-- then says so to `widget_forget_uploads`; if he does not get there, the paths are answered again.
create function public.widget_stale_uploads(project_key text) returns setof text
language sql volatile security definer set search_path = '' as $$
  update public.attachments a set state = 'discarded', idempotency_key = gen_random_uuid()
  where a.id in (
    select u.id from public.attachments u join public.projects p on p.id = u.project_id
    where p.publishable_key = project_key
      and case u.state
        when 'reserved' then u.created_at < now() - interval '1 day'
        when 'finalised' then u.created_at < now() - interval '7 days'
        when 'discarded' then private.links_ended(u.created_at)
      end
      and u.state <> 'attached'
    order by u.created_at limit 10
    for update of u skip locked
  )
  returning a.path
$$;

-- The files of these discarded uploads are removed.
create function public.widget_forget_uploads(paths text[]) returns void
language sql volatile security definer set search_path = '' as $$
  delete from public.attachments a
  where a.path = any (paths) and a.state = 'discarded' and private.links_ended(a.created_at)
$$;

-- A row of the visitor's list, as `conversationSummary` describes it.
create function private.summary(c public.conversations) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', c.id, 'number', c.number, 'kind', c.kind, 'status', c.status, 'preview', c.preview,
    'lastMessageAt', c.last_message_at,
    'unread', (select count(*) from public.messages m
               where m.conversation_id = c.id and m.author = 'member' and not m.internal and m.created_at > c.visitor_read_at))
$$;

create function public.widget_conversations(caller jsonb) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  door jsonb := private.enter_known(caller, 'read');
begin
  if door ? 'error' then return door; end if;
  return jsonb_build_object('conversations', coalesce((
    select jsonb_agg(private.summary(c) order by c.last_message_at desc)
    from (select * from public.conversations where visitor_id = (door ->> 'visitor')::uuid
          order by last_message_at desc limit 100) as c), '[]'));
end $$;

create function private.unread(visitor uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('unread', count(*))
  from public.conversations c join public.messages m on m.conversation_id = c.id
  where c.visitor_id = visitor and m.author = 'member' and not m.internal and m.created_at > c.visitor_read_at
$$;

create function public.widget_unread(caller jsonb) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  door jsonb := private.enter_known(caller, 'read');
begin
  if door ? 'error' then return door; end if;
  return private.unread((door ->> 'visitor')::uuid);
end $$;

-- `thread` with `path` in place of each picture's link: the function signs them. Visitors see their pictures as they
-- sent them, so clean images are not in it. Its newest 500 messages, so that
-- nobody can write himself an answer that is too large to be made.
create function public.widget_thread(caller jsonb, conversation uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  door jsonb := private.enter_known(caller, 'read');
  found public.conversations;
begin
  if door ? 'error' then return door; end if;
  select * into found from public.conversations c where c.id = conversation and c.visitor_id = (door ->> 'visitor')::uuid;
  if found.id is null then return private.refusal('not_found', 'There is no such conversation of yours.'); end if;
  return jsonb_build_object('conversation', private.summary(found), 'messages', coalesce((
    select jsonb_agg(jsonb_build_object('id', m.id, 'author', m.author, 'body', m.body, 'createdAt', m.created_at,
      'authorName', (select s.display_name from public.members s join public.projects p using (workspace_id)
                     where p.id = m.project_id and s.user_id = m.member_id),
      'attachments', coalesce((
        select jsonb_agg(jsonb_build_object('id', a.id, 'path', a.path, 'contentType', a.content_type,
          'width', a.width, 'height', a.height) order by a.created_at, a.id)
        from public.attachments a where a.message_id = m.id and a.state = 'attached' and a.clean_of is null), '[]'))
      order by m.created_at, m.id)
    from (select * from public.messages where conversation_id = found.id and not internal
          order by created_at desc, id desc limit 500) as m), '[]'));
end $$;

-- The visitor has seen the thread up to `last_message`; up to its end where that is null.
create function public.widget_read(caller jsonb, conversation uuid, last_message uuid default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  door jsonb := private.enter_known(caller, 'read');
  seen timestamptz;
begin
  if door ? 'error' then return door; end if;
  if not exists (select from public.conversations c where c.id = conversation and c.visitor_id = (door ->> 'visitor')::uuid) then
    return private.refusal('not_found', 'There is no such conversation of yours.');
  end if;
  select max(m.created_at) into seen from public.messages m
  where m.conversation_id = conversation and not m.internal and (last_message is null or m.id = last_message);
  update public.conversations c set visitor_read_at = seen where c.id = conversation and c.visitor_read_at < seen;
  return private.unread((door ->> 'visitor')::uuid);
end $$;

-- The start of an article as prose: links by their text, no marks of Markdown, no rules of tables.
create function private.excerpt(body text) returns text
language sql immutable set search_path = '' as $$
  select btrim(left(regexp_replace(
    -- Marks inside a line leave nothing behind, those at its start and between cells a space.
    regexp_replace(left(body, 1000), '\]\([^)]*\)|[*_`\[\]]', '', 'g'),
    '(:?-{3,}:?|[#>|]|\s)+', ' ', 'g'), 160))
$$;

create function public.widget_suggest(caller jsonb, q text, speaks text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  door jsonb := private.enter(caller);
  refused jsonb;
  wanted tsquery := private.search_query(q);
begin
  if door ? 'error' then return door; end if;
  refused := private.too_often(caller, 'suggest');
  if refused is not null then return refused; end if;
  return jsonb_build_object('articles', coalesce((
    select jsonb_agg(jsonb_build_object('id', hit.id, 'title', hit.title, 'locale', hit.locale,
      'excerpt', private.excerpt(hit.body))
      order by hit.same_language desc, hit.rank desc, hit.id)
    from (
      select found.* from (
        select a.id, a.title, a.body, a.locale, a.locale = speaks as same_language,
          ts_rank(a.search, wanted) as rank, max(ts_rank(a.search, wanted)) over () as best
        from public.articles a
        where a.project_id = (door ->> 'project')::uuid and a.status = 'published' and a.search @@ wanted
      ) as found
      -- One common word of a long question makes no answer beside an article that has several of its words.
      where found.rank >= found.best * 0.3
      order by found.same_language desc, found.rank desc, found.id
      limit 5
    ) as hit), '[]'));
end $$;

create function public.widget_article(caller jsonb, article uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  door jsonb := private.enter(caller);
  answer jsonb;
begin
  if door ? 'error' then return door; end if;
  answer := private.too_often(caller, 'suggest');
  if answer is not null then return answer; end if;
  select jsonb_build_object('id', a.id, 'title', a.title, 'body', a.body, 'locale', a.locale, 'updatedAt', a.updated_at)
  into answer from public.articles a
  where a.id = article and a.project_id = (door ->> 'project')::uuid and a.status = 'published';
  return coalesce(answer, private.refusal('not_found', 'There is no such article.'));
end $$;

-- Each outcome of one session and article is kept once.
create function public.widget_suggestion_event(caller jsonb, input jsonb) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  door jsonb := private.enter(caller);
  refused jsonb;
begin
  if door ? 'error' then return door; end if;
  refused := private.too_often(caller, 'suggest');
  if refused is not null then return refused; end if;
  if not exists (select from public.articles a where a.id = (input ->> 'articleId')::uuid
    and a.project_id = (door ->> 'project')::uuid and a.status = 'published') then
    return private.refusal('not_found', 'There is no such article.');
  end if;
  insert into public.suggestion_events (project_id, article_id, visitor_id, session_id, outcome, query)
  select a.project_id, a.id, (door ->> 'visitor')::uuid, (input ->> 'suggestionSession')::uuid,
    (input ->> 'outcome')::public.suggestion_outcome, nullif(input ->> 'query', '')
  from public.articles a
  where a.id = (input ->> 'articleId')::uuid and a.project_id = (door ->> 'project')::uuid and a.status = 'published'
  on conflict do nothing;
  return '{}';
end $$;

-- The survey this visitor is to be asked now, or null: the first active one that he was not asked within its cooldown.
create function private.due_survey(project uuid, visitor uuid) returns public.surveys
language sql stable security definer set search_path = '' as $$
  select s from public.surveys s
  where s.project_id = project and s.active and not exists (
    select from public.responses r
    where r.survey_id = s.id and r.visitor_id = visitor and r.created_at > now() - make_interval(days => s.cooldown_days))
  order by s.created_at, s.id
  limit 1
$$;

create function public.widget_due_survey(caller jsonb) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  door jsonb := private.enter(caller);
  refused jsonb;
  due public.surveys;
begin
  if door ? 'error' then return door; end if;
  refused := private.too_often(caller, 'read');
  if refused is not null then return refused; end if;
  due := private.due_survey((door ->> 'project')::uuid, (door ->> 'visitor')::uuid);
  return jsonb_build_object('survey', case when due.id is not null then
    jsonb_build_object('id', due.id, 'kind', due.kind, 'delaySeconds', due.delay_seconds) end);
end $$;

-- Starts a response or fills it in. The same key goes on with the same response; a new key is taken only from a
-- visitor who is due, so that nobody scores twice from two tabs.
create function public.widget_respond(caller jsonb, survey uuid, input jsonb) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  door jsonb := private.enter_with_token(caller);
  project uuid := (door ->> 'project')::uuid;
  asked uuid := survey;
  visitor uuid;
  -- A reason goes with a score only.
  reason text := case when input ->> 'outcome' = 'answered' then nullif(input ->> 'comment', '') end;
  refused jsonb;
  response public.responses;
begin
  if door ? 'error' then return door; end if;
  if not exists (select from public.surveys s where s.id = asked and s.project_id = project) then
    return private.refusal('not_found', 'There is no such survey.');
  end if;
  refused := private.too_often(caller, 'response');
  if refused is not null then return refused; end if;
  perform private.lock_key(caller ->> 'token', asked::text);
  visitor := private.welcome(caller, project, input ->> 'locale');
  select * into response from public.responses r
  where r.visitor_id = visitor and r.idempotency_key = (input ->> 'idempotencyKey')::uuid;
  if response.id is null then
    if (private.due_survey(project, visitor)).id is distinct from asked then
      return private.refusal('conflict', 'This visitor has been asked already.');
    end if;
    insert into public.responses (project_id, survey_id, visitor_id, outcome, score, comment, locale, page_url, idempotency_key)
    values (project, asked, visitor, (input ->> 'outcome')::public.survey_outcome, (input ->> 'score')::smallint,
      reason, input ->> 'locale', input ->> 'pageUrl', (input ->> 'idempotencyKey')::uuid)
    returning * into response;
  elsif response.survey_id <> asked then
    return private.refusal('conflict', 'This key belongs to another survey.');
  -- An answer stays an answer, whatever arrives late.
  elsif input ->> 'outcome' = 'answered' or response.outcome = 'shown' then
    update public.responses r
    set outcome = (input ->> 'outcome')::public.survey_outcome,
        score = (input ->> 'score')::smallint,
        comment = coalesce(reason, r.comment)
    where r.id = response.id;
  end if;
  return jsonb_build_object('responseId', response.id);
end $$;

revoke execute on all functions in schema private from public;
grant execute on function private.my_projects(public.member_role[]), private.my_workspaces(public.member_role[]) to authenticated;

do $$
declare
  door regprocedure;
begin
  for door in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'public' and p.proname like 'widget\_%'
  loop
    execute format('revoke execute on function %s from public, anon, authenticated', door);
    execute format('grant execute on function %s to service_role', door);
  end loop;
end $$;
