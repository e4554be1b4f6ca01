-- What came of the surveys: the NPS of a project, and any survey's figures. Each answers one part of a screen in one
-- query, under the caller's own row-level security.

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
      and kind = 'nps' and score is not null
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
    and kind = 'nps' and score is not null
    and created_at >= since
  group by 1
  order by 1
$$;

-- Of each survey of the project since `since`: how often it was shown, how many answered at all (`answered`) and to the
-- end (`finished`), how many gave a score, and the score: NPS from -100 to 100; CSAT the share of 4 and 5 in per cent;
-- CES the mean, to a tenth; null for surveys of one's own.
create function public.survey_overview(project uuid, since timestamptz default '-infinity')
returns table (survey uuid, shown bigint, answered bigint, finished bigint, scored bigint, score double precision)
language sql stable security invoker set search_path = '' as $$
  select r.survey_id, count(*),
    count(*) filter (where r.outcome in ('partial', 'answered')),
    count(*) filter (where r.outcome = 'answered'),
    count(r.score),
    case r.kind
      when 'nps' then round(100.0 * (count(*) filter (where r.score >= 9) - count(*) filter (where r.score <= 6)) / nullif(count(r.score), 0))
      when 'csat' then round(100.0 * count(*) filter (where r.score >= 4) / nullif(count(r.score), 0))
      when 'ces' then round(avg(r.score), 1)
    end::double precision
  from public.responses r
  where r.project_id = project
    and r.project_id in (select private.my_projects())
    and r.created_at >= since
  group by r.survey_id, r.kind
$$;

-- One survey's months (UTC), oldest first, with the score as `survey_overview` has it.
create function public.survey_months(survey uuid, since timestamptz default '-infinity')
returns table (month date, shown bigint, answered bigint, scored bigint, score double precision)
language sql stable security invoker set search_path = '' as $$
  select date_trunc('month', r.created_at at time zone 'UTC')::date, count(*),
    count(*) filter (where r.outcome in ('partial', 'answered')),
    count(r.score),
    case r.kind
      when 'nps' then round(100.0 * (count(*) filter (where r.score >= 9) - count(*) filter (where r.score <= 6)) / nullif(count(r.score), 0))
      when 'csat' then round(100.0 * count(*) filter (where r.score >= 4) / nullif(count(r.score), 0))
      when 'ces' then round(avg(r.score), 1)
    end::double precision
  from public.responses r
  where r.survey_id = survey
    and r.project_id in (select private.my_projects())
    and r.created_at >= since
  group by 1, r.kind
  order by 1
$$;

-- Of each question of the survey, in its order: how many answered it, the mean where it has a scale, and how often each
-- answer was given (texts apart): {"9": 12} or {"option": 3}, also options that there are no more.
create function public.survey_questions(survey uuid, since timestamptz default '-infinity')
returns table (question text, answers bigint, mean double precision, counts jsonb)
language sql stable security invoker set search_path = '' as $$
  with mine as materialized (
    select r.id, r.answers from public.responses r
    where r.survey_id = survey
      and r.project_id in (select private.my_projects())
      and r.created_at >= since
      and r.answers <> '{}'
  ), asked as (
    select one ->> 'id' as id, one ->> 'kind' as kind, place
    from public.surveys s, jsonb_array_elements(s.questions) with ordinality as q (one, place)
    where s.id = survey and s.project_id in (select private.my_projects())
  ), said as (
    select asked.id, part #>> '{}' as value, count(*) as times
    from asked
    join mine on mine.answers ? asked.id
    cross join lateral jsonb_array_elements(
      case when asked.kind = 'several' then mine.answers -> asked.id else jsonb_build_array(mine.answers -> asked.id) end) as part
    where asked.kind <> 'text'
    group by 1, 2
  )
  select asked.id,
    (select count(*) from mine where mine.answers ? asked.id),
    case when asked.kind in ('nps', 'csat', 'ces', 'rating') then
      (select round(sum(said.value::numeric * said.times) / sum(said.times), 2) from said where said.id = asked.id) end::double precision,
    coalesce((select jsonb_object_agg(said.value, said.times) from said where said.id = asked.id), '{}')
  from asked
  order by asked.place
$$;

-- What was written in answer to one question, newest first, after (`before_at`, `before_id`): a page of the last page's
-- last row. At most 100 rows.
create function public.survey_texts(
  survey uuid, question text, since timestamptz default '-infinity',
  before_at timestamptz default 'infinity', before_id uuid default 'ffffffff-ffff-ffff-ffff-ffffffffffff', size integer default 30)
returns table (id uuid, answer text, score smallint, locale text, page_url text, created_at timestamptz)
language sql stable security invoker set search_path = '' as $$
  select r.id, r.answers ->> question, r.score, r.locale, r.page_url, r.created_at
  from public.responses r
  where r.survey_id = survey
    and r.project_id in (select private.my_projects())
    and r.created_at >= since
    and (r.created_at, r.id) < (before_at, before_id)
    and jsonb_typeof(r.answers -> question) = 'string'
  order by r.created_at desc, r.id desc
  limit least(greatest(size, 1), 100)
$$;

do $$
declare
  figures regprocedure;
begin
  for figures in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'public' and (p.proname like 'nps\_%' or p.proname like 'survey\_%')
  loop
    execute format('revoke execute on function %s from public, anon', figures);
    execute format('grant execute on function %s to authenticated', figures);
  end loop;
end $$;
