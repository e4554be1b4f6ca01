-- Surveys: what is asked, of whom and when; who was asked, what he answered.

create type public.survey_kind as enum ('nps', 'csat', 'ces', 'custom');
create type public.survey_outcome as enum ('shown', 'dismissed', 'partial', 'answered');

-- Shapes: `SurveyDefinition` in shared/domain/survey.ts. What a row without words asks is the NPS question.
create table public.surveys (
  id uuid primary key default gen_random_uuid(),
  project_id uuid not null references public.projects on delete cascade,
  -- By which a host's code asks for it.
  slug text not null default 'survey-' || left(gen_random_uuid()::text, 8) check (slug ~ '^[a-z0-9][a-z0-9_-]{0,39}$'),
  -- By which staff know it.
  name text not null default 'NPS' check (length(btrim(name)) between 1 and 100),
  kind public.survey_kind not null default 'nps',
  active boolean not null default false,
  questions jsonb not null default '[
    {"id": "score", "kind": "nps", "required": true,
     "title": {"en": "How likely are you to recommend us to a friend or colleague?", "zh-CN": "您有多大可能把我们推荐给朋友或同事？"},
     "low": {"en": "Not at all likely", "zh-CN": "完全不可能"}, "high": {"en": "Extremely likely", "zh-CN": "非常可能"}},
    {"id": "reason", "kind": "text", "required": false,
     "title": {"en": "What is the main reason for your score?", "zh-CN": "您打这个分数的主要原因是什么？"}}]',
  -- The last words; the widget has its own where this is null.
  thanks jsonb,
  trigger jsonb not null default
    '{"pages": [], "event": null, "delaySeconds": 20, "scrollPercent": null, "exitIntent": false, "conversationClosed": false}',
  -- [{trait, op: is | not | over | under | contains | exists, value}], of which all must hold.
  audience jsonb not null default '[]',
  -- Of a hundred visitors, how many are asked; always the same ones.
  sample_percent smallint not null default 100 check (sample_percent between 1 and 100),
  -- Of several that are due the highest goes first.
  priority smallint not null default 0 check (priority between -100 and 100),
  starts_at timestamptz,
  ends_at timestamptz,
  -- How long a visitor is not asked the same again after he was asked; null: never again.
  cooldown_days integer default 90 check (cooldown_days between 0 and 3650),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (project_id, slug),
  check (ends_at > starts_at)
);

-- One row a time a visitor was asked: first only shown, then with some answers, then with all.
create table public.responses (
  id uuid primary key default gen_random_uuid(),
  project_id uuid not null references public.projects on delete cascade,
  survey_id uuid not null references public.surveys on delete cascade,
  visitor_id uuid not null references public.visitors on delete cascade,
  -- The closed conversation in whose thread he was asked.
  conversation_id uuid references public.conversations on delete set null,
  outcome public.survey_outcome not null default 'shown',
  -- By the question's id: a number, an option, a list of options or a text.
  answers jsonb not null default '{}' check (jsonb_typeof(answers) = 'object'),
  -- These three are made of the survey and the answers (private.derive_response).
  kind public.survey_kind not null default 'custom',
  score smallint check (score between 0 and 10),
  comment text check (length(comment) between 1 and 2000),
  locale text not null check (locale in ('en', 'zh-CN')),
  page_url text check (length(page_url) <= 2048),
  idempotency_key uuid not null,
  created_at timestamptz not null default now(),
  unique (visitor_id, idempotency_key),
  -- A conversation is asked about once by one survey.
  unique (conversation_id, survey_id),
  check ((outcome in ('partial', 'answered')) = (answers <> '{}'))
);

-- What a project heard lately, by survey.
create index responses_project on public.responses (project_id, created_at desc, id desc);
-- The NPS of a project, and the reasons behind it.
create index responses_scored on public.responses (project_id, kind, created_at desc, id desc) where score is not null;
-- One survey's results and texts, newest first.
create index responses_survey on public.responses (survey_id, created_at desc, id desc);
-- Whether a visitor was asked this, and when.
create index responses_asked on public.responses (survey_id, visitor_id, created_at desc);

-- Staff may write what they like into these columns; what is not sound is refused with its place.
create function private.check_survey() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  fault text := private.survey_fault(new.kind::text, new.questions, new.thanks, new.trigger, new.audience);
begin
  if fault is not null then
    raise exception using errcode = 'invalid_parameter_value', message = fault;
  end if;
  -- Each is looked at for every page that a visitor opens.
  if new.active and (select count(*) from public.surveys s
      where s.project_id = new.project_id and s.active and s.id <> new.id) >= 100 then
    raise exception using errcode = 'invalid_parameter_value', message = 'active: a project asks up to 100 surveys at once';
  end if;
  -- Answers of one kind cannot be read as those of another.
  if tg_op = 'UPDATE' and new.questions <> old.questions
    and exists (
      select from jsonb_array_elements(old.questions) as was
      join jsonb_array_elements(new.questions) as becomes on becomes ->> 'id' = was ->> 'id'
      where (becomes -> 'kind', becomes -> 'scale') is distinct from (was -> 'kind', was -> 'scale')
        and exists (select from public.responses r where r.survey_id = new.id and r.answers ? (was ->> 'id')))
  then
    raise exception using errcode = 'invalid_parameter_value',
      message = 'questions: one that was answered keeps its kind and its scale';
  end if;
  new.updated_at := now();
  return new;
end $$;

create trigger check_survey before insert or update on public.surveys
for each row execute function private.check_survey();

-- The score is the first answer to a question of the survey's own kind, the comment the first text.
create function private.derive_response() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  select s.kind,
    (select (new.answers ->> (question ->> 'id'))::smallint
     from jsonb_array_elements(s.questions) with ordinality as q (question, place)
     where question ->> 'kind' = s.kind::text and new.answers ? (question ->> 'id') order by place limit 1),
    (select new.answers ->> (question ->> 'id')
     from jsonb_array_elements(s.questions) with ordinality as q (question, place)
     where question ->> 'kind' = 'text' and new.answers ? (question ->> 'id') order by place limit 1)
  into new.kind, new.score, new.comment
  from public.surveys s where s.id = new.survey_id;
  return new;
end $$;

create trigger derive_response before insert or update of answers, survey_id on public.responses
for each row execute function private.derive_response();

alter table public.surveys enable row level security;
alter table public.surveys force row level security;
alter table public.responses enable row level security;
alter table public.responses force row level security;

revoke all on public.surveys, public.responses from anon, authenticated;
grant select on public.surveys, public.responses to authenticated;
grant insert (project_id, slug, name, kind, active, questions, thanks, trigger, audience, sample_percent, priority,
  starts_at, ends_at, cooldown_days) on public.surveys to authenticated;
-- What it measures stays: the scores of a year would change their meaning.
grant update (slug, name, active, questions, thanks, trigger, audience, sample_percent, priority,
  starts_at, ends_at, cooldown_days) on public.surveys to authenticated;
grant delete on public.surveys to authenticated;
grant select, insert, update, delete on public.surveys, public.responses to service_role;

create policy "staff read the surveys of their projects" on public.surveys for select to authenticated
  using (project_id in (select private.my_projects()));
create policy "admins and product managers make surveys" on public.surveys for insert to authenticated
  with check (project_id in (select private.my_projects('{owner,admin,pm}')));
create policy "admins and product managers set surveys" on public.surveys for update to authenticated
  using (project_id in (select private.my_projects('{owner,admin,pm}')))
  with check (project_id in (select private.my_projects('{owner,admin,pm}')));
create policy "admins and product managers remove surveys" on public.surveys for delete to authenticated
  using (project_id in (select private.my_projects('{owner,admin,pm}')));
create policy "staff read the responses of their projects" on public.responses for select to authenticated
  using (project_id in (select private.my_projects()));
