-- The NPS question: who was asked, what he answered.

create type public.survey_kind as enum ('nps');
create type public.survey_outcome as enum ('shown', 'dismissed', 'answered');

create table public.surveys (
  id uuid primary key default gen_random_uuid(),
  project_id uuid not null references public.projects on delete cascade,
  kind public.survey_kind not null default 'nps',
  active boolean not null default true,
  -- How long a visitor stays on a page before he is asked.
  delay_seconds integer not null default 20 check (delay_seconds between 0 and 3600),
  -- How long he is left alone after he was asked.
  cooldown_days integer not null default 90 check (cooldown_days between 1 and 3650),
  created_at timestamptz not null default now()
);

create index surveys_project on public.surveys (project_id);

-- One row a time a visitor was asked: first only shown, then with a score, then with the reason.
create table public.responses (
  id uuid primary key default gen_random_uuid(),
  project_id uuid not null references public.projects on delete cascade,
  survey_id uuid not null references public.surveys on delete cascade,
  visitor_id uuid not null references public.visitors on delete cascade,
  outcome public.survey_outcome not null default 'shown',
  score smallint check (score between 0 and 10),
  comment text check (length(comment) between 1 and 2000),
  locale text not null check (locale in ('en', 'zh-CN')),
  page_url text check (length(page_url) <= 2048),
  idempotency_key uuid not null,
  created_at timestamptz not null default now(),
  unique (visitor_id, idempotency_key),
  check ((outcome = 'answered') = (score is not null)),
  check (comment is null or outcome = 'answered')
);

create index responses_project on public.responses (project_id, outcome, created_at desc, id desc);
create index responses_asked on public.responses (survey_id, visitor_id, created_at desc);

alter table public.surveys enable row level security;
alter table public.surveys force row level security;
alter table public.responses enable row level security;
alter table public.responses force row level security;

revoke all on public.surveys, public.responses from anon, authenticated;
grant select on public.surveys, public.responses to authenticated;
grant update (active, delay_seconds, cooldown_days) on public.surveys to authenticated;
grant select, insert, update, delete on public.surveys, public.responses to service_role;

create policy "staff read the surveys of their projects" on public.surveys for select to authenticated
  using (project_id in (select private.my_projects()));
create policy "admins and product managers set surveys" on public.surveys for update to authenticated
  using (project_id in (select private.my_projects('{owner,admin,pm}')))
  with check (project_id in (select private.my_projects('{owner,admin,pm}')));
create policy "staff read the responses of their projects" on public.responses for select to authenticated
  using (project_id in (select private.my_projects()));

-- Promoters (9, 10), passives (7, 8), detractors (0 to 6) and the score, -100 to 100, of the answers since `since`.
-- `nps` is null where nobody answered.
create function public.nps_summary(project uuid, since timestamptz default '-infinity') returns jsonb
language sql stable security invoker set search_path = '' as $$
  with counted as (
    select count(*) filter (where score >= 9) as promoters,
           count(*) filter (where score between 7 and 8) as passives,
           count(*) filter (where score <= 6) as detractors,
           count(*) as answers
    from public.responses
    where project_id = project
      and project_id in (select private.my_projects())
      and outcome = 'answered'
      and created_at >= since
  )
  select jsonb_build_object(
    'promoters', promoters, 'passives', passives, 'detractors', detractors, 'answers', answers,
    'nps', round(100.0 * (promoters - detractors) / nullif(answers, 0))::integer
  )
  from counted
$$;

-- The same figures a calendar month (UTC), oldest first: `month` is its first day.
create function public.nps_months(project uuid, since timestamptz)
returns table (month date, promoters bigint, passives bigint, detractors bigint, nps integer)
language sql stable security invoker set search_path = '' as $$
  select date_trunc('month', created_at at time zone 'UTC')::date,
         count(*) filter (where score >= 9),
         count(*) filter (where score between 7 and 8),
         count(*) filter (where score <= 6),
         round(100.0 * (count(*) filter (where score >= 9) - count(*) filter (where score <= 6)) / count(*))::integer
  from public.responses
  where project_id = project
    and project_id in (select private.my_projects())
    and outcome = 'answered'
    and created_at >= since
  group by 1
  order by 1
$$;

revoke execute on function public.nps_summary(uuid, timestamptz), public.nps_months(uuid, timestamptz) from public, anon;
grant execute on function public.nps_summary(uuid, timestamptz), public.nps_months(uuid, timestamptz) to authenticated;
