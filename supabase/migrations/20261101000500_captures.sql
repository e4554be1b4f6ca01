-- What product managers see elsewhere: competitors, boards, captures.

create table public.competitors (
  id uuid primary key default gen_random_uuid(),
  project_id uuid not null references public.projects on delete cascade,
  name text not null check (length(btrim(name)) between 1 and 100),
  -- Registrable domain ("example.co.uk"), by which a page is offered its competitor.
  domain text not null check (domain = lower(domain) and length(domain) between 1 and 253),
  created_at timestamptz not null default now(),
  unique (project_id, domain)
);

create table public.boards (
  id uuid primary key default gen_random_uuid(),
  project_id uuid not null references public.projects on delete cascade,
  name text not null check (length(btrim(name)) between 1 and 100),
  created_at timestamptz not null default now(),
  unique (project_id, name)
);

create table public.captures (
  -- Made by the client: filing the same capture twice writes it once.
  id uuid primary key,
  project_id uuid not null references public.projects on delete cascade,
  board_id uuid not null references public.boards,
  competitor_id uuid references public.competitors on delete set null,
  title text not null check (length(btrim(title)) between 1 and 200),
  note text not null default '' check (length(note) <= 5000),
  -- The page that was captured; null where a picture was put in from a file.
  source_url text check (length(source_url) <= 2048 and source_url ~ '^https?://'),
  page_title text not null default '' check (length(page_title) <= 300),
  -- Path in the bucket `captures`; starts with the project's id.
  path text not null unique,
  content_type text not null check (content_type in ('image/png', 'image/jpeg', 'image/webp', 'image/gif')),
  bytes integer not null check (bytes between 1 and 10485760),
  width integer not null check (width between 1 and 16383),
  height integer not null check (height between 1 and 16383),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  -- The shapes drawn on the picture (shared/annotate); they hold no trace of what a redaction covers.
  annotation jsonb check (annotation is null or (jsonb_typeof(annotation) = 'object' and annotation -> 'version' = '1'
    and annotation -> 'width' = to_jsonb(width) and annotation -> 'height' = to_jsonb(height)) is true),
  -- The clean image: the same picture, of the same size, with nothing but the redactions burnt in, so that the marks
  -- can be hidden. Lies beside the picture.
  clean_path text unique,
  clean_content_type text check (clean_content_type in ('image/png', 'image/jpeg', 'image/webp', 'image/gif')),
  clean_bytes integer check (clean_bytes between 1 and 10485760),
  clean_sha256 text check (clean_sha256 ~ '^[0-9a-f]{64}$'),
  check (num_nonnulls(clean_path, clean_content_type, clean_bytes, clean_sha256) in (0, 4)),
  check (clean_path is null or (clean_path <> path and annotation is not null)),
  created_by uuid references auth.users on delete set null,
  captured_at timestamptz not null default now(),
  created_at timestamptz not null default now()
);

create index captures_board on public.captures (project_id, board_id, captured_at desc, id desc);
create index captures_of_board on public.captures (board_id);
create index captures_competitor on public.captures (competitor_id);
create index captures_created_by on public.captures (created_by);

alter table public.competitors enable row level security;
alter table public.competitors force row level security;
alter table public.boards enable row level security;
alter table public.boards force row level security;
alter table public.captures enable row level security;
alter table public.captures force row level security;

revoke all on public.competitors, public.boards, public.captures from anon, authenticated;
grant select on public.competitors, public.boards, public.captures to authenticated;
grant insert (project_id, name, domain) on public.competitors to authenticated;
grant update (name, domain) on public.competitors to authenticated;
grant insert (project_id, name) on public.boards to authenticated;
grant update (name) on public.boards to authenticated;
-- Captures are filed by the function `captures`, which looks at the picture's bytes first.
grant update (title, note) on public.captures to authenticated;
grant delete on public.competitors, public.boards, public.captures to authenticated;
grant select, insert, update, delete on public.competitors, public.boards, public.captures to service_role;

create policy "staff read the competitors of their projects" on public.competitors for select to authenticated
  using (project_id in (select private.my_projects()));
create policy "product managers add competitors" on public.competitors for insert to authenticated
  with check (project_id in (select private.my_projects('{owner,admin,pm}')));
create policy "product managers rename competitors" on public.competitors for update to authenticated
  using (project_id in (select private.my_projects('{owner,admin,pm}')))
  with check (project_id in (select private.my_projects('{owner,admin,pm}')));
create policy "product managers delete competitors" on public.competitors for delete to authenticated
  using (project_id in (select private.my_projects('{owner,admin,pm}')));

create policy "staff read the boards of their projects" on public.boards for select to authenticated
  using (project_id in (select private.my_projects()));
create policy "product managers add boards" on public.boards for insert to authenticated
  with check (project_id in (select private.my_projects('{owner,admin,pm}')));
create policy "product managers rename boards" on public.boards for update to authenticated
  using (project_id in (select private.my_projects('{owner,admin,pm}')))
  with check (project_id in (select private.my_projects('{owner,admin,pm}')));
-- A board goes only when it is empty (its foreign key says so too): its pictures would stay behind as files that
-- nobody can find.
create policy "product managers delete empty boards" on public.boards for delete to authenticated
  using (
    project_id in (select private.my_projects('{owner,admin,pm}'))
    and not exists (select from public.captures c where c.board_id = boards.id)
  );

create policy "staff read the captures of their projects" on public.captures for select to authenticated
  using (project_id in (select private.my_projects()));
create policy "product managers edit captures" on public.captures for update to authenticated
  using (project_id in (select private.my_projects('{owner,admin,pm}')))
  with check (project_id in (select private.my_projects('{owner,admin,pm}')));
create policy "product managers delete captures" on public.captures for delete to authenticated
  using (project_id in (select private.my_projects('{owner,admin,pm}')));

-- Null if the member `as_user` may file this capture, else the refusal: his role, the place of picture and clean image
-- under his own name, board and competitor of the same project.
create function private.check_capture(as_user uuid, capture jsonb) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  project uuid := (capture ->> 'projectId')::uuid;
begin
  if not exists (
    select from public.members m join public.projects p using (workspace_id)
    where p.id = project and m.user_id = as_user and m.role in ('owner', 'admin', 'pm')
  ) then
    return jsonb_build_object('error', 'forbidden', 'message', 'You may not file captures in this project.');
  end if;
  if (capture ->> 'path' ~ format('^%s/%s/%s\.(png|jpe?g|webp|gif)$', project, as_user, (capture ->> 'id')::uuid)) is not true then
    return jsonb_build_object('error', 'forbidden', 'message', 'The picture does not lie where your captures lie.');
  end if;
  if capture ->> 'cleanPath' is not null
    and (capture ->> 'cleanPath' ~ format('^%s/%s/%s\.clean\.(png|jpe?g|webp|gif)$', project, as_user, (capture ->> 'id')::uuid)) is not true then
    return jsonb_build_object('error', 'forbidden', 'message', 'The clean image does not lie where your captures lie.');
  end if;
  if not exists (select from public.boards b where b.id = (capture ->> 'boardId')::uuid and b.project_id = project) then
    return jsonb_build_object('error', 'not_found', 'message', 'This project has no such board.');
  end if;
  if capture ->> 'competitorId' is not null and not exists (
    select from public.competitors c where c.id = (capture ->> 'competitorId')::uuid and c.project_id = project
  ) then
    return jsonb_build_object('error', 'not_found', 'message', 'This project has no such competitor.');
  end if;
  return null;
end $$;

-- The capture as it was filed, null if it was not yet; or the refusal of who may not file it. The function
-- `captures` asks this before it touches the picture, and repeats get the first answer.
create function public.filed_capture(as_user uuid, capture jsonb) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  refused jsonb := private.check_capture(as_user, capture);
  filed public.captures;
begin
  if refused is not null then return refused; end if;
  select * into filed from public.captures c where c.id = (capture ->> 'id')::uuid;
  if filed.id is null then return null; end if;
  if filed.project_id <> (capture ->> 'projectId')::uuid or filed.created_by is distinct from as_user then
    return jsonb_build_object('error', 'conflict', 'message', 'This id is taken by another capture.');
  end if;
  return jsonb_build_object('captureId', filed.id, 'contentType', filed.content_type, 'bytes', filed.bytes,
    'width', filed.width, 'height', filed.height, 'sha256', filed.sha256);
end $$;

-- Files a picture for the member `as_user`. Only the function `captures` may call it, after it has asked Auth who is
-- calling and looked at the bytes: what it found stands in `capture`, of the clean image under `clean`. Repeating an id
-- answers the first filing.
create function public.file_capture(as_user uuid, capture jsonb) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  refused jsonb := coalesce(private.check_capture(as_user, capture),
    private.check_marks(capture -> 'annotation', (capture ->> 'width')::integer, (capture ->> 'height')::integer, capture -> 'clean'));
begin
  if refused is not null then return refused; end if;
  insert into public.captures (id, project_id, board_id, competitor_id, title, note, source_url, page_title, path,
    content_type, bytes, width, height, sha256, annotation, clean_path, clean_content_type, clean_bytes, clean_sha256,
    created_by, captured_at)
  values ((capture ->> 'id')::uuid, (capture ->> 'projectId')::uuid, (capture ->> 'boardId')::uuid,
    (capture ->> 'competitorId')::uuid, capture ->> 'title', capture ->> 'note', capture ->> 'sourceUrl',
    capture ->> 'pageTitle', capture ->> 'path', capture ->> 'contentType', (capture ->> 'bytes')::integer,
    (capture ->> 'width')::integer, (capture ->> 'height')::integer, capture ->> 'sha256',
    nullif(capture -> 'annotation', 'null'), capture ->> 'cleanPath', capture #>> '{clean,contentType}',
    (capture #>> '{clean,bytes}')::integer, capture #>> '{clean,sha256}', as_user, least((capture ->> 'capturedAt')::timestamptz, now()))
  on conflict (id) do nothing;
  return public.filed_capture(as_user, capture);
end $$;

revoke execute on function private.check_capture(uuid, jsonb) from public;
revoke execute on function public.filed_capture(uuid, jsonb), public.file_capture(uuid, jsonb) from public, anon, authenticated;
grant execute on function public.filed_capture(uuid, jsonb), public.file_capture(uuid, jsonb) to service_role;
