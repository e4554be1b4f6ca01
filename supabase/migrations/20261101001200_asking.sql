-- Who is asked which survey, and what he answers.

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
