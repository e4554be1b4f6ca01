-- Who works here: workspaces, their members, and the products (projects) that feedback is about.

-- Helpers that policies call live in a schema that no API exposes.
create schema if not exists private;
revoke all on schema private from public;
grant usage on schema private to authenticated, service_role;

create type public.member_role as enum ('owner', 'admin', 'agent', 'pm', 'viewer');

create table public.workspaces (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(name) between 1 and 100),
  created_at timestamptz not null default now()
);

create table public.members (
  workspace_id uuid not null references public.workspaces on delete cascade,
  user_id uuid not null references auth.users on delete cascade,
  role public.member_role not null,
  display_name text not null check (length(display_name) between 1 and 100),
  created_at timestamptz not null default now(),
  primary key (workspace_id, user_id)
);

-- Every policy starts from "which workspaces is this user in".
create index members_user on public.members (user_id);

create table public.projects (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces on delete cascade,
  name text not null check (length(name) between 1 and 100),
  -- Names the project in the pages of the host product. It is public: it lets nobody read anything.
  publishable_key text not null unique default 'pk_' || replace(gen_random_uuid()::text, '-', '')
    check (publishable_key ~ '^pk_[A-Za-z0-9_-]{8,64}$'),
  -- Origins ("https://app.example.com") whose pages may use the key; '*' allows every origin.
  -- A null in the list would make every comparison unknown, and unknown must never read as allowed.
  allowed_origins text[] not null default '{}' check (
    cardinality(allowed_origins) <= 100
    and array_position(allowed_origins, null) is null
    and array_position(allowed_origins, '') is null
  ),
  -- When its people answer; shape: `businessHours` in shared/domain/team.ts. Null: they keep no hours.
  business_hours jsonb,
  -- Days that a visitor is left alone between any two surveys.
  survey_rest_days smallint not null default 7 check (survey_rest_days between 0 and 365),
  created_at timestamptz not null default now()
);

create index projects_workspace on public.projects (workspace_id);

-- The last conversation number given out. Apart from projects, so that taking a number locks one narrow row
-- and never the row that every other table refers to.
create table private.project_counters (
  project_id uuid primary key references public.projects on delete cascade,
  last_number integer not null default 0
);

create function private.start_counter() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into private.project_counters (project_id) values (new.id);
  return new;
end $$;
revoke execute on function private.start_counter() from public;

create trigger start_counter after insert on public.projects
for each row execute function private.start_counter();

-- Business hours that no clock can follow are refused when they are set, so that whoever reads them need not ask. In a
-- trigger and not in a check, which would call with the rights of whoever writes.
create function private.check_business_hours() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  hours jsonb := new.business_hours;
  day jsonb;
  span jsonb;
begin
  if hours is null then return new; end if;
  if jsonb_typeof(hours) <> 'object' or hours - '{timeZone,week}'::text[] <> '{}' or jsonb_typeof(hours -> 'timeZone') is distinct from 'string'
    or jsonb_typeof(hours -> 'week') is distinct from 'array' or jsonb_array_length(hours -> 'week') <> 7 then
    raise exception 'business hours are a time zone and a week of seven days' using errcode = 'invalid_parameter_value';
  end if;
  if hours ->> 'timeZone' !~ '^[A-Za-z0-9_+/-]{1,64}$'
    or not exists (select from pg_catalog.pg_timezone_names z where z.name = hours ->> 'timeZone') then
    raise exception 'there is no time zone "%"', left(hours ->> 'timeZone', 64) using errcode = 'invalid_parameter_value';
  end if;
  for day in select * from jsonb_array_elements(hours -> 'week') loop
    if jsonb_typeof(day) <> 'array' or jsonb_array_length(day) > 6 then
      raise exception 'a day has up to six spans' using errcode = 'invalid_parameter_value';
    end if;
    for span in select * from jsonb_array_elements(day) loop
      if jsonb_typeof(span) <> 'array' or jsonb_array_length(span) <> 2
        or (span ->> 0 ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and span ->> 1 ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$'
          and (span ->> 0) collate "C" < (span ->> 1) collate "C") is not true then
        raise exception '% is no span like ["09:00", "18:00"]', left(span::text, 100) using errcode = 'invalid_parameter_value';
      end if;
    end loop;
  end loop;
  return new;
end $$;
revoke execute on function private.check_business_hours() from public;

create trigger check_business_hours before insert or update of business_hours on public.projects
for each row execute function private.check_business_hours();

-- The projects in which the caller has one of `roles`; all his projects without an argument.
-- Definer, because the policies of members would otherwise call themselves. It returns ids of the caller's own.
-- Policies call it in a subselect, so that it runs once a statement and not once a row.
create function private.my_projects(roles public.member_role[] default null) returns setof uuid
language sql stable security definer set search_path = '' as $$
  select p.id
  from public.members m
  join public.projects p using (workspace_id)
  where m.user_id = auth.uid() and (roles is null or m.role = any (roles))
$$;

create function private.my_workspaces(roles public.member_role[] default null) returns setof uuid
language sql stable security definer set search_path = '' as $$
  select m.workspace_id
  from public.members m
  where m.user_id = auth.uid() and (roles is null or m.role = any (roles))
$$;

revoke execute on function private.my_projects(public.member_role[]), private.my_workspaces(public.member_role[]) from public;
grant execute on function private.my_projects(public.member_role[]), private.my_workspaces(public.member_role[]) to authenticated;

alter table public.workspaces enable row level security;
alter table public.workspaces force row level security;
alter table public.members enable row level security;
alter table public.members force row level security;
alter table public.projects enable row level security;
alter table public.projects force row level security;
alter table private.project_counters enable row level security;
alter table private.project_counters force row level security;

revoke all on public.workspaces, public.members, public.projects from anon, authenticated;
grant select on public.workspaces, public.members, public.projects to authenticated;
-- Names, origins, hours and the rest between surveys may be changed by those who run the workspace; keys, roles and
-- belonging by nobody over the API.
grant update (name) on public.workspaces to authenticated;
grant update (name, allowed_origins, business_hours, survey_rest_days) on public.projects to authenticated;
grant select, insert, update, delete on public.workspaces, public.members, public.projects to service_role;

create policy "members read their workspaces" on public.workspaces for select to authenticated
  using (id in (select private.my_workspaces()));
create policy "admins rename their workspaces" on public.workspaces for update to authenticated
  using (id in (select private.my_workspaces('{owner,admin}')))
  with check (id in (select private.my_workspaces('{owner,admin}')));

create policy "members see who works with them" on public.members for select to authenticated
  using (workspace_id in (select private.my_workspaces()));

create policy "members read their projects" on public.projects for select to authenticated
  using (id in (select private.my_projects()));
create policy "admins edit their projects" on public.projects for update to authenticated
  using (id in (select private.my_projects('{owner,admin}')))
  with check (id in (select private.my_projects('{owner,admin}')));
