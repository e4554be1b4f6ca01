-- Who answers, and when to expect it.

-- Whether somebody is there at `present`, and when they open next after it; both null without hours. Spans are in the
-- team's own time, so summer time and its ends need no thought here.
create function private.opening(hours jsonb, present timestamptz, out opened boolean, out next timestamptz)
language sql stable set search_path = '' as $$
  with zone as (select hours ->> 'timeZone' as name),
  spans as (
    select (day + (span ->> 0)::time) at time zone zone.name as begins, (day + (span ->> 1)::time) at time zone zone.name as ends
    from zone
    -- A week and a day: where today's span is over, the next may be in seven days.
    cross join lateral generate_series(0, 7) as ahead
    cross join lateral (select (present at time zone zone.name)::date + ahead as day) as days
    cross join lateral jsonb_array_elements(hours -> 'week' -> (extract(isodow from day)::integer - 1)) as span
  )
  select coalesce(bool_or(begins <= present and present < ends), false), min(begins) filter (where begins > present)
  from spans where hours is not null
$$;

-- Shape: `team` in shared/domain/team.ts. Every part reads few rows: the workspace's members, their last answer here
-- each, and at most 200 first answers. What a member does elsewhere, or among his own, is nothing a visitor learns of.
create function private.team(project uuid, present timestamptz default now()) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  hours jsonb;
  workspace uuid;
  people jsonb;
  minutes double precision;
  shop record;
begin
  select p.business_hours, p.workspace_id into hours, workspace from public.projects p where p.id = project;
  select coalesce(jsonb_agg(jsonb_build_object('name', who.display_name)), '[]') into people
  from (
    select s.display_name
    from public.members s
    left join lateral (
      select m.created_at from public.messages m
      where m.member_id = s.user_id and m.project_id = project and not m.internal
        and m.created_at > present - interval '30 days'
      order by m.created_at desc limit 1
    ) as latest on true
    where s.workspace_id = workspace and s.role in ('owner', 'admin', 'agent')
      -- Until somebody has answered, those whose work it is.
      and (latest.created_at is not null or s.role = 'agent')
    order by latest.created_at desc nulls last, s.created_at, s.user_id
    limit 3
  ) as who;
  select percentile_cont(0.5) within group (order by extract(epoch from first_answer_at - created_at)) / 60 into minutes
  from (
    select c.first_answer_at, c.created_at from public.conversations c
    where c.project_id = project and c.first_answer_at > present - interval '30 days'
    order by c.first_answer_at desc limit 200
  ) as answered;
  select * into shop from private.opening(hours, present);
  return jsonb_build_object('people', people, 'away', hours is not null and not shop.opened,
    'backAt', case when hours is not null and not shop.opened then shop.next end,
    'replyMinutes', case when minutes is not null then greatest(1, round(minutes)::integer) end);
end $$;
