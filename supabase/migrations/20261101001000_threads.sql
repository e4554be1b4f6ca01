-- What a visitor asks, and what he reads of it.

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
    refused := coalesce(private.too_often(caller, 'conversation'), private.check_attachments(project, visitor, input -> 'attachments'));
    if refused is not null then return refused; end if;
    visitor := private.welcome(caller, project, input ->> 'locale', input ->> 'email', visitor is null);
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

-- Until when an answer opens this conversation again; null while it is not closed. A fortnight:
-- `limits.reopenDays`.
create function private.reopen_until(status public.conversation_status, closed_at timestamptz) returns timestamptz
language sql immutable set search_path = '' as $$
  select case when status = 'closed' then closed_at + interval '14 days' end
$$;

create function public.widget_reply(caller jsonb, conversation uuid, input jsonb) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  door jsonb := private.enter_with_token(caller);
  project uuid := (door ->> 'project')::uuid;
  visitor uuid := (door ->> 'visitor')::uuid;
  found record;
  refused jsonb;
  message uuid;
begin
  if door ? 'error' then return door; end if;
  if visitor is null then return private.enter_known(caller, 'reply'); end if;
  select c.id, private.reopen_until(c.status, c.closed_at) < now() as over into found
  from public.conversations c where c.id = conversation and c.visitor_id = visitor;
  if found.id is null then
    return coalesce(private.too_often(caller, 'read'), private.refusal('not_found', 'There is no such conversation of yours.'));
  end if;
  perform private.lock_key(conversation::text, input ->> 'idempotencyKey');
  select m.id into message from public.messages m
  where m.conversation_id = conversation and m.idempotency_key = (input ->> 'idempotencyKey')::uuid;
  if message is null then
    refused := private.too_often(caller, 'reply');
    if refused is null and found.over then
      refused := private.refusal('closed', 'This conversation was closed more than 14 days ago. Start a new one.');
    end if;
    refused := coalesce(refused, private.check_attachments(project, visitor, input -> 'attachments'));
    if refused is not null then return refused; end if;
    insert into public.messages (conversation_id, project_id, author, member_id, body, idempotency_key)
    values (conversation, project, 'visitor', null, input ->> 'body', (input ->> 'idempotencyKey')::uuid)
    returning id into message;
    perform private.attach(visitor, conversation, message, input -> 'attachments');
    -- Who answers has read what was said before.
    update public.conversations c set visitor_read_at = m.created_at
    from public.messages m where m.id = message and c.id = conversation;
  end if;
  return jsonb_build_object('messageId', message);
end $$;

-- A row of the visitor's list, as `conversationSummary` describes it.
create function private.summary(c public.conversations) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', c.id, 'number', c.number, 'kind', c.kind, 'status', c.status, 'preview', c.preview,
    'lastMessageAt', c.last_message_at, 'reopenUntil', private.reopen_until(c.status, c.closed_at),
    'unread', (select count(*) from public.messages m
               where m.conversation_id = c.id and m.author = 'member' and not m.internal and m.created_at > c.visitor_read_at))
$$;

-- A stranger has none; who answers, and when, he may know before he writes.
create function public.widget_conversations(caller jsonb) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  door jsonb := private.enter(caller);
begin
  if not door ? 'error' then door := coalesce(private.too_often(caller, 'read'), door); end if;
  if door ? 'error' then return door; end if;
  return jsonb_build_object('team', private.team((door ->> 'project')::uuid), 'conversations', coalesce((
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

-- `thread` with `path` in place of each attachment's link: the function signs them. Visitors see their pictures as they
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
  return jsonb_build_object('conversation', private.summary(found), 'team', private.team(found.project_id),
    'survey', case when found.status = 'closed' then private.closing_definition(found.id) end, 'messages', coalesce((
    select jsonb_agg(jsonb_build_object('id', m.id, 'author', m.author, 'body', m.body, 'createdAt', m.created_at,
      'authorName', (select s.display_name from public.members s join public.projects p using (workspace_id)
                     where p.id = m.project_id and s.user_id = m.member_id),
      'attachments', coalesce((
        select jsonb_agg(jsonb_build_object('id', a.id, 'path', a.path, 'name', a.name, 'contentType', a.content_type,
          'bytes', a.bytes, 'width', a.width, 'height', a.height) order by a.created_at, a.id)
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
