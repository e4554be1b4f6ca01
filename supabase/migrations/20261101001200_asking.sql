-- Who is asked which survey, and what he answers. The server decides who may be asked, the browser (shared/survey)
-- when: only it sees pages, events and typing.

-- The survey as a browser gets it: `SurveyDefinition` in shared/domain/survey.ts.
create function private.survey_definition(s public.surveys) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_build_object('id', s.id, 'slug', s.slug, 'kind', s.kind, 'questions', s.questions, 'thanks', s.thanks,
    'trigger', s.trigger)
$$;

-- What an audience may ask about a visitor: what the host told of him, and what is known here. `verified` is never
-- the browser's word.
create function private.visitor_facts(visitor uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce((
    select v.traits || jsonb_strip_nulls(jsonb_build_object(
      'name', v.name, 'email', v.email, 'locale', v.locale, 'verified', v.user_id is not null))
    from public.visitors v where v.id = visitor), '{"verified": false}')
$$;

-- Whether all wishes of the audience come true. Numbers compare with numbers; the rest as text.
create function private.in_audience(audience jsonb, facts jsonb) returns boolean
language sql immutable set search_path = '' as $$
  select not exists (
    select from jsonb_array_elements(audience) as one (wish)
    cross join lateral (select facts -> (wish ->> 'trait') as has, wish -> 'value' as value) as trait
    where case wish ->> 'op'
      when 'is' then has #>> '{}' = value #>> '{}'
      when 'not' then has #>> '{}' is distinct from value #>> '{}'
      when 'over' then jsonb_typeof(has) = 'number' and has > value
      when 'under' then jsonb_typeof(has) = 'number' and has < value
      when 'contains' then strpos(lower(has #>> '{}'), lower(value #>> '{}')) > 0
      when 'exists' then (has is not null) = value::boolean
    end is not true)
$$;

-- Whether `who` is of the sample: of the same survey always the same ones, of different surveys different ones.
create function private.in_sample(who text, survey uuid, percent integer) returns boolean
language sql immutable set search_path = '' as $$
  select percent >= 100 or coalesce(abs(hashtextextended(who || ':' || survey, 0) % 100) < percent, false)
$$;

-- What this visitor may be asked on a page now, the most important first. `visitor` is null while he is not known
-- here; his browser's `token` (a hash) then stands for him.
create function private.due_surveys(project uuid, visitor uuid, token text) returns setof public.surveys
language sql stable security definer set search_path = '' as $$
  with known as (
    select private.visitor_facts(visitor) as facts,
      -- A verified visitor is the same on all his devices, an anonymous one is his browser.
      case when (private.visitor_facts(visitor) ->> 'verified')::boolean then visitor::text else token end as who
  )
  select s.*
  from public.surveys s, known
  where s.project_id = project and s.active and not (s.trigger ->> 'conversationClosed')::boolean
    and (s.starts_at is null or s.starts_at <= now()) and (s.ends_at is null or s.ends_at > now())
    and private.in_sample(known.who, s.id, s.sample_percent)
    and private.in_audience(s.audience, known.facts)
    and not exists (
      select from public.responses r
      where r.survey_id = s.id and r.visitor_id = visitor
        and (s.cooldown_days is null or r.created_at > now() - make_interval(days => s.cooldown_days)))
    and not exists (
      select from public.responses r join public.projects p on p.id = r.project_id
      where r.visitor_id = visitor and r.created_at > now() - make_interval(days => p.survey_rest_days))
  order by s.priority desc, s.created_at, s.id
$$;

-- The survey that is still to be asked about a closed conversation, or null. It waits in the thread and interrupts
-- nobody, so the rest between surveys does not hold it back; its own cooldown counts other conversations. Once it was
-- shown it stays there until it is answered or dismissed.
create function private.closing_survey(conversation uuid) returns public.surveys
language sql stable security definer set search_path = '' as $$
  select s.*
  from public.conversations c
  join public.surveys s on s.project_id = c.project_id
  where c.id = conversation and c.status = 'closed' and c.closed_at > now() - interval '14 days'
    and s.active and (s.trigger ->> 'conversationClosed')::boolean
    and (s.starts_at is null or s.starts_at <= now()) and (s.ends_at is null or s.ends_at > now())
    and private.in_sample(c.visitor_id::text, s.id, s.sample_percent)
    and private.in_audience(s.audience, private.visitor_facts(c.visitor_id))
    and not exists (
      select from public.responses r
      where r.survey_id = s.id and r.visitor_id = c.visitor_id and r.conversation_id is distinct from c.id
        and (s.cooldown_days is null or r.created_at > now() - make_interval(days => s.cooldown_days)))
    and not exists (
      select from public.responses r
      where r.survey_id = s.id and r.conversation_id = c.id and r.outcome in ('dismissed', 'answered'))
  order by s.priority desc, s.created_at, s.id
  limit 1
$$;

-- `survey` of `thread` in shared/domain/widget.ts.
create function private.closing_definition(conversation uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.survey_definition(s) from private.closing_survey(conversation) as s where s.id is not null
$$;

-- Up to five surveys; with `slug` that one alone, if it is due.
create function public.widget_due_surveys(caller jsonb, slug text default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  door jsonb := private.enter(caller);
  wanted text := slug;
  refused jsonb;
begin
  if door ? 'error' then return door; end if;
  refused := private.too_often(caller, 'read');
  if refused is not null then return refused; end if;
  return jsonb_build_object('surveys', coalesce((
    select jsonb_agg(due.definition order by due.place)
    from (
      select private.survey_definition(s) as definition, row_number() over (order by s.priority desc, s.created_at, s.id) as place
      from private.due_surveys((door ->> 'project')::uuid, (door ->> 'visitor')::uuid, caller ->> 'token') as s
      where wanted is null or s.slug = wanted
      order by place limit 5
    ) as due), '[]'));
end $$;

-- Starts a response or fills it in. The same key goes on with the same response; a new key is taken only for what is
-- due, so that of two tabs or devices that want to ask at once one may. About a conversation there is one response, by
-- whatever key.
create function public.widget_respond(caller jsonb, survey uuid, input jsonb) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  door jsonb := private.enter_with_token(caller);
  project uuid := (door ->> 'project')::uuid;
  about uuid := (input ->> 'conversationId')::uuid;
  came public.survey_outcome := input ->> 'outcome';
  asked public.surveys;
  given jsonb;
  visitor uuid;
  refused jsonb;
  response public.responses;
begin
  if door ? 'error' then return door; end if;
  select * into asked from public.surveys s where s.id = survey and s.project_id = project;
  if asked.id is null then return private.refusal('not_found', 'There is no such survey.'); end if;
  refused := private.too_often(caller, 'response');
  if refused is not null then return refused; end if;
  given := private.fitting_answers(asked.questions, coalesce(input -> 'answers', '{}'));
  if came in ('partial', 'answered') and given = '{}' then
    if coalesce(input -> 'answers', '{}') <> '{}' then
      return private.refusal('invalid_request', 'No answer fits a question of this survey.');
    end if;
    -- Every question was skipped.
    came := 'dismissed';
  elsif came in ('shown', 'dismissed') and given <> '{}' then
    came := 'partial';
  end if;
  visitor := private.welcome(caller, project, input ->> 'locale');
  -- All his devices and tabs wait for one another here.
  perform from public.visitors v where v.id = visitor for no key update;
  select * into response from public.responses r
  where r.visitor_id = visitor
    and (r.idempotency_key = (input ->> 'idempotencyKey')::uuid or (r.conversation_id = about and r.survey_id = survey))
  order by r.idempotency_key = (input ->> 'idempotencyKey')::uuid desc
  limit 1;
  if response.id is null then
    if about is null and not exists (
      select from private.due_surveys(project, visitor, caller ->> 'token') as due where due.id = survey)
      or about is not null and not exists (
        select from public.conversations c
        where c.id = about and c.visitor_id = visitor and (private.closing_survey(c.id)).id = survey) then
      return private.refusal('conflict', 'This visitor is not to be asked this now.');
    end if;
    insert into public.responses (project_id, survey_id, visitor_id, conversation_id, outcome, answers, locale, page_url,
      idempotency_key)
    values (project, survey, visitor, about, came, given, input ->> 'locale', input ->> 'pageUrl',
      (input ->> 'idempotencyKey')::uuid)
    returning * into response;
  elsif response.survey_id <> survey then
    return private.refusal('conflict', 'This key belongs to another survey.');
  -- Whatever arrives late, an answer stays an answer; and in the middle nothing is taken away.
  elsif came = 'answered' or (came = 'partial' and response.outcome <> 'answered') then
    update public.responses r
    set outcome = came, answers = case when came = 'answered' then given else r.answers || given end
    where r.id = response.id;
  elsif came = 'dismissed' and response.outcome = 'shown' then
    update public.responses r set outcome = came where r.id = response.id;
  end if;
  return jsonb_build_object('responseId', response.id);
end $$;
