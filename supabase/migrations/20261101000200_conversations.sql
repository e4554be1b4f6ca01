-- What end users say and what staff answer: visitors, conversations, messages, attachments, and the change feed.

create type public.conversation_kind as enum ('bug', 'idea', 'question', 'praise', 'score');
create type public.conversation_status as enum ('open', 'snoozed', 'closed');
create type public.message_author as enum ('visitor', 'member', 'system');

-- An end user: anonymous, or verified, which is that the host's own server signed his id. A verified visitor is the
-- same one in every browser in which he is logged in.
create table public.visitors (
  id uuid primary key default gen_random_uuid(),
  project_id uuid not null references public.projects on delete cascade,
  -- The host's id of its user, once it was proven; null: anonymous.
  user_id text check (length(user_id) between 1 and 200),
  name text check (length(name) <= 100),
  email text check (length(email) <= 254),
  -- What the host says of him; shape: `traits` in shared/domain/identity.ts.
  traits jsonb not null default '{}' check (jsonb_typeof(traits) = 'object' and pg_column_size(traits) <= 65536),
  locale text not null default 'en' check (locale in ('en', 'zh-CN')),
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  unique (project_id, user_id)
);

-- A browser that speaks for a visitor: an anonymous visitor has one, a verified one as many as he uses.
create table public.visitor_tokens (
  -- The visitor's; without a reference of its own, which every first word of a visitor would have to check.
  project_id uuid not null,
  -- Hex SHA-256 of the browser's token.
  token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  visitor_id uuid not null references public.visitors on delete cascade,
  created_at timestamptz not null default now(),
  primary key (project_id, token_hash)
);

create index visitor_tokens_visitor on public.visitor_tokens (visitor_id);

create table public.conversations (
  id uuid primary key default gen_random_uuid(),
  project_id uuid not null references public.projects on delete cascade,
  visitor_id uuid not null references public.visitors on delete cascade,
  number integer not null,
  kind public.conversation_kind not null,
  status public.conversation_status not null default 'open',
  locale text not null check (locale in ('en', 'zh-CN')),
  -- Made by the client before its first try: one visitor, one key, one conversation.
  idempotency_key uuid not null default gen_random_uuid(),
  -- Where it was written and what went on there; shape: `context` in shared/domain/context.ts.
  context jsonb not null default '{}' check (jsonb_typeof(context) = 'object' and pg_column_size(context) <= 262144),
  -- The start of the last message that is not an internal note, for lists.
  preview text not null default '',
  created_at timestamptz not null default now(),
  last_message_at timestamptz not null default now(),
  last_message_author public.message_author not null default 'visitor',
  visitor_read_at timestamptz not null default now(),
  closed_at timestamptz,
  -- When a member answered first, for what visitors are told of how long it takes.
  first_answer_at timestamptz,
  -- The transaction that last touched the row or its messages: the change feed reads by it.
  changed_in xid8 not null default pg_current_xact_id(),
  unique (project_id, number),
  unique (visitor_id, idempotency_key)
);

-- The inbox pages through one status, newest first, by keyset.
create index conversations_inbox on public.conversations (project_id, status, last_message_at desc, id desc);
create index conversations_all on public.conversations (project_id, last_message_at desc, id desc);
create index conversations_changes on public.conversations (project_id, changed_in);
-- How long first answers took lately; unanswered ones stand in no index that they do not need.
create index conversations_answered on public.conversations (project_id, first_answer_at desc) where first_answer_at is not null;

create table public.messages (
  id uuid primary key default gen_random_uuid(),
  project_id uuid not null references public.projects on delete cascade,
  conversation_id uuid not null references public.conversations on delete cascade,
  author public.message_author not null default 'member',
  member_id uuid default auth.uid() references auth.users on delete set null,
  -- An internal note: staff see it, the visitor never does.
  internal boolean not null default false,
  body text not null check (length(body) between 1 and 5000),
  -- Made by the client before its first try. Repeating it writes nothing new.
  idempotency_key uuid not null default gen_random_uuid(),
  -- Within a conversation later messages have later times: see place_message.
  created_at timestamptz not null default now(),
  check (not internal or author = 'member'),
  unique (conversation_id, idempotency_key)
);

create index messages_thread on public.messages (conversation_id, created_at, id);
create index messages_project on public.messages (project_id);
-- Whom a visitor is likely to hear from: who answered last.
create index messages_member on public.messages (member_id, project_id, created_at desc);

create type public.attachment_state as enum ('reserved', 'finalised', 'attached', 'discarded');

-- Null if the marks of a picture of this size belong to it, else the refusal: the shapes' coordinates are its pixels,
-- and the clean image, `clean` with width and height as found, covers it exactly.
create function private.check_marks(annotation jsonb, width integer, height integer, clean jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select case
    when annotation <> 'null' and (annotation -> 'width' = to_jsonb(width) and annotation -> 'height' = to_jsonb(height)) is not true then
      jsonb_build_object('error', 'invalid_request', 'message',
        format('The annotation does not belong to a picture of %s by %s pixels.', width, height))
    when clean <> 'null' and coalesce(annotation, 'null') = 'null' then
      jsonb_build_object('error', 'invalid_request', 'message', 'A clean image goes only with the marks that it lacks.')
    when clean <> 'null' and (clean -> 'width' = to_jsonb(width) and clean -> 'height' = to_jsonb(height)) is not true then
      jsonb_build_object('error', 'invalid_request', 'message',
        format('The clean image is %s by %s pixels, the picture %s by %s.', clean ->> 'width', clean ->> 'height', width, height))
  end
$$;
revoke execute on function private.check_marks(jsonb, integer, integer, jsonb) from public;

-- A picture or file of a message. Reserved before the browser uploads it, finalised once its bytes were checked,
-- attached with the message that it goes with. Discarded when the bytes were not what was announced or nobody sent
-- it: the row then only remembers the path until the upload link has ended, so that the file can be removed for good.
create table public.attachments (
  id uuid primary key default gen_random_uuid(),
  project_id uuid not null references public.projects on delete cascade,
  -- Whose upload it is: a visitor's or a member's.
  visitor_id uuid references public.visitors on delete cascade,
  member_id uuid references auth.users on delete set null,
  conversation_id uuid references public.conversations on delete cascade,
  message_id uuid references public.messages on delete cascade,
  state public.attachment_state not null default 'reserved',
  -- Path in the bucket `attachments`; starts with the project's id.
  path text not null unique,
  -- As its sender called it, without what a name can do harm with.
  name text check (length(name) between 1 and 200),
  content_type text not null check (content_type in ('image/png', 'image/jpeg', 'image/webp', 'image/gif',
    'application/pdf', 'text/plain', 'text/csv', 'application/json', 'application/zip', 'video/mp4', 'video/webm')),
  bytes integer not null check (bytes between 1 and 10485760),
  -- In pixels, of a picture.
  width integer check (width between 1 and 16383),
  height integer check (height between 1 and 16383),
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  -- The shapes drawn on the picture (shared/annotate); they hold no trace of what a redaction covers.
  annotation jsonb check (annotation is null or (jsonb_typeof(annotation) = 'object' and annotation -> 'version' = '1'
    and annotation -> 'width' = to_jsonb(width) and annotation -> 'height' = to_jsonb(height)) is true),
  -- Of a clean image: the picture whose marks it lacks. It is an upload like any other, attached with its picture,
  -- of the same size, with nothing but the redactions burnt in, so that staff can hide the marks.
  clean_of uuid unique references public.attachments on delete cascade,
  idempotency_key uuid not null,
  created_at timestamptz not null default now(),
  unique (visitor_id, idempotency_key),
  unique (member_id, idempotency_key),
  check (visitor_id is null or member_id is null),
  check (clean_of is null or (clean_of <> id and state = 'attached' and annotation is null)),
  check (state in ('reserved', 'discarded') or sha256 is not null),
  check (case when content_type like 'image/%'
    then state in ('reserved', 'discarded') or (width is not null and height is not null)
    else name is not null and width is null and height is null and clean_of is null end),
  check ((state = 'attached') = (message_id is not null)),
  check ((message_id is null) = (conversation_id is null))
);

create index attachments_message on public.attachments (message_id);
create index attachments_conversation on public.attachments (conversation_id);
create index attachments_project on public.attachments (project_id);
-- Uploads that were never sent are swept by age.
create index attachments_unsent on public.attachments (project_id, created_at) where state <> 'attached';

-- A message belongs to its conversation's project. The conversation stays locked until the message is committed,
-- and a time that nobody set is taken under that lock: so times within a thread follow the order of commits, and
-- "read up to here" can never cover a message that was not there yet.
create function private.place_message() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  place record;
begin
  select c.project_id, c.last_message_at into place
  from public.conversations c where c.id = new.conversation_id for no key update;
  if place.project_id is null or new.project_id <> place.project_id then
    raise exception 'there is no conversation % in this project', new.conversation_id using errcode = 'foreign_key_violation';
  end if;
  new.project_id := place.project_id;
  if new.created_at = now() then
    new.created_at := greatest(clock_timestamp(), place.last_message_at + interval '1 microsecond');
  end if;
  return new;
end $$;

create function private.touch_conversation() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  -- The last condition spares the conversation that was made with its first message a second version of its row.
  update public.conversations c
  set preview = case when new.internal then c.preview else left(new.body, 200) end,
      last_message_at = case when new.internal then c.last_message_at else greatest(new.created_at, c.last_message_at) end,
      last_message_author = case when new.internal then c.last_message_author else new.author end,
      -- An answer of the visitor brings a closed or snoozed conversation back to the inbox.
      status = case when new.author = 'visitor' then 'open' else c.status end,
      first_answer_at = case when new.author = 'member' and not new.internal then coalesce(c.first_answer_at, new.created_at)
        else c.first_answer_at end
  where c.id = new.conversation_id
    and not (c.last_message_at = new.created_at and c.last_message_author = new.author and c.status = 'open'
      and c.preview = left(new.body, 200));
  return null;
end $$;

-- Every change of a conversation shows in the change feed; closing keeps its time.
create function private.mark_conversation() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.changed_in := pg_current_xact_id();
  if new.status is distinct from old.status then
    new.closed_at := case when new.status = 'closed' then now() end;
  end if;
  return new;
end $$;

revoke execute on function private.place_message(), private.touch_conversation(), private.mark_conversation() from public;

create trigger place_message before insert on public.messages
for each row execute function private.place_message();
create trigger touch_conversation after insert on public.messages
for each row execute function private.touch_conversation();
create trigger mark_conversation before update on public.conversations
for each row execute function private.mark_conversation();

alter table public.visitors enable row level security;
alter table public.visitors force row level security;
alter table public.visitor_tokens enable row level security;
alter table public.visitor_tokens force row level security;
alter table public.conversations enable row level security;
alter table public.conversations force row level security;
alter table public.messages enable row level security;
alter table public.messages force row level security;
alter table public.attachments enable row level security;
alter table public.attachments force row level security;

revoke all on public.visitors, public.visitor_tokens, public.conversations, public.messages, public.attachments from anon, authenticated;
-- The token's hash is nobody's business but the function's.
grant select (project_id, visitor_id, created_at) on public.visitor_tokens to authenticated;
grant select on public.visitors, public.conversations, public.messages, public.attachments to authenticated;
grant update (status) on public.conversations to authenticated;
-- Author and member are filled in by the database. The project may be named because the generated types ask for
-- every column that cannot be null; one that is not the conversation's is refused.
grant insert (project_id, conversation_id, internal, body, idempotency_key) on public.messages to authenticated;
grant select, insert, update, delete on public.visitors, public.visitor_tokens, public.conversations, public.messages, public.attachments to service_role;

create policy "staff read the visitors of their projects" on public.visitors for select to authenticated
  using (project_id in (select private.my_projects()));

create policy "staff see in how many browsers a visitor is known" on public.visitor_tokens for select to authenticated
  using (project_id in (select private.my_projects()));

create policy "staff read the conversations of their projects" on public.conversations for select to authenticated
  using (project_id in (select private.my_projects()));
create policy "agents change the status of conversations" on public.conversations for update to authenticated
  using (project_id in (select private.my_projects('{owner,admin,agent}')))
  with check (project_id in (select private.my_projects('{owner,admin,agent}')));

create policy "staff read the messages of their projects" on public.messages for select to authenticated
  using (project_id in (select private.my_projects()));
create policy "agents write as themselves" on public.messages for insert to authenticated
  with check (
    project_id in (select private.my_projects('{owner,admin,agent}'))
    and author = 'member'
    and member_id = (select auth.uid())
  );

create policy "staff read what was attached in their projects" on public.attachments for select to authenticated
  using (state = 'attached' and project_id in (select private.my_projects()));

-- What changed in a project since `since`, a cursor this function gave out before (null: from now on).
--
-- The cursor is the snapshot of the last call: which transactions had ended by then. A row is told if the
-- transaction that touched it last was not among them, so a transaction that took its number early and commits
-- late is told after its commit, once, and no open transaction holds the others back.
-- `reload`: the cursor is from another database or too many rows changed; read the list anew.
create function public.conversation_changes(project uuid, since text default null) returns jsonb
language sql stable security invoker set search_path = '' as $$
  with changed as (
    select c.id
    from public.conversations c
    where since is not null
      and c.project_id = project
      and c.project_id in (select private.my_projects())
      and c.changed_in >= pg_snapshot_xmin(since::pg_snapshot)
      and not pg_visible_in_snapshot(c.changed_in, since::pg_snapshot)
    limit 201
  ),
  counted as (
    select count(*) > 200 as too_many, coalesce(jsonb_agg(id), '[]') as ids from changed
  )
  select jsonb_build_object(
    'cursor', pg_current_snapshot()::text,
    'ids', case when too_many then '[]' else ids end,
    'reload', since is not null
      and (too_many or pg_snapshot_xmax(since::pg_snapshot) > pg_snapshot_xmax(pg_current_snapshot()))
  )
  from counted
$$;
revoke execute on function public.conversation_changes(uuid, text) from public, anon;
grant execute on function public.conversation_changes(uuid, text) to authenticated;
