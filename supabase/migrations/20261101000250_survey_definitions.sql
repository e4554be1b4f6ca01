-- What makes the definition of a survey sound. Staff write definitions through the REST API, so nothing else stands
-- between a slip of theirs and every page of their product. The limits are those of shared/domain/survey-limits.ts.

-- A text in English, in Chinese or in both.
create function private.is_localized(value jsonb, longest integer) returns boolean
language sql immutable set search_path = '' as $$
  select case when jsonb_typeof(value) is distinct from 'object' then false else
    value <> '{}' and not exists (
      select from jsonb_each(value) as one
      where one.key not in ('en', 'zh-CN') or jsonb_typeof(one.value) <> 'string'
        or length(one.value #>> '{}') not between 1 and longest or btrim(one.value #>> '{}', E' \t\n') = '')
  end
$$;

create function private.is_whole(value jsonb, low integer, high integer) returns boolean
language sql immutable set search_path = '' as $$
  -- Written short: behind the point a number of jsonb may have thousands of zeros.
  select case when jsonb_typeof(value) is distinct from 'number' or length(value #>> '{}') > 10 then false else
    (value #>> '{}')::numeric between low and high and (value #>> '{}')::numeric % 1 = 0 end
$$;

-- A text, too: the number 7 reads like a name and is none to whoever parses the definition.
create function private.is_slug(value jsonb) returns boolean
language sql immutable set search_path = '' as $$
  select coalesce(jsonb_typeof(value) = 'string' and value #>> '{}' ~ '^[a-z0-9][a-z0-9_-]{0,39}$', false)
$$;

-- Whether an object has no other fields than these.
create function private.has_only(value jsonb, fields text[]) returns boolean
language sql immutable set search_path = '' as $$
  select case when jsonb_typeof(value) is distinct from 'object' then false else value - fields = '{}' end
$$;

-- Whether a branch's condition can ever be asked of a question of this kind with these options.
create function private.is_condition(condition jsonb, kind text, options jsonb) returns boolean
language sql immutable set search_path = '' as $$
  select case when jsonb_typeof(condition) is distinct from 'object' then false
    when (select count(*) from jsonb_object_keys(condition)) <> 1 then false
    when condition = '{"skipped": true}' then true
    when kind in ('nps', 'csat', 'ces', 'rating') then
      private.is_whole(coalesce(condition -> 'is', condition -> 'not', condition -> 'under', condition -> 'over'), 0, 10)
    when kind = 'choice' then
      options @> jsonb_build_array(jsonb_build_object('id', coalesce(condition -> 'is', condition -> 'not', condition -> 'has')))
    when kind = 'several' then options @> jsonb_build_array(jsonb_build_object('id', condition -> 'has'))
    else false
  end is true
$$;

-- Null, or what is wrong with a question: 'place: reason'. `later` are the ids of those that come after it.
create function private.question_fault(question jsonb, later text[]) returns text
language plpgsql immutable set search_path = '' as $$
declare
  kind text := question ->> 'kind';
  scaled boolean;
  chosen boolean;
  -- The loops' variables are objects of jsonb: an option, a branch.
  part jsonb;
begin
  if jsonb_typeof(question) is distinct from 'object' then return ': a question is an object'; end if;
  if not private.has_only(question, '{id,kind,title,hint,required,scale,low,high,options,next}') then
    return ': a field that questions do not have';
  end if;
  if not private.is_slug(question -> 'id') or question ->> 'id' = 'end' then
    return '.id: small letters, digits, - and _, not "end"';
  end if;
  if kind is null or kind not in ('nps', 'csat', 'ces', 'rating', 'choice', 'several', 'text') then return '.kind: unknown'; end if;
  scaled := kind in ('nps', 'csat', 'ces', 'rating');
  chosen := kind in ('choice', 'several');
  if not private.is_localized(question -> 'title', 300) then return '.title: a text in at least one language'; end if;
  if question ? 'hint' and not private.is_localized(question -> 'hint', 300) then return '.hint: a text in at least one language'; end if;
  if jsonb_typeof(question -> 'required') is distinct from 'boolean' then return '.required: true or false'; end if;
  if (kind = 'rating') <> (question ? 'scale') or (kind = 'rating' and not private.is_whole(question -> 'scale', 3, 10)) then
    return '.scale: 3 to 10, of ratings only';
  end if;
  if question ? 'low' and not (scaled and private.is_localized(question -> 'low', 100)) then return '.low: a text, of scales only'; end if;
  if question ? 'high' and not (scaled and private.is_localized(question -> 'high', 100)) then return '.high: a text, of scales only'; end if;
  if chosen <> (question ? 'options') then return '.options: of choices, and of nothing else'; end if;
  if chosen then
    if jsonb_typeof(question -> 'options') <> 'array' or jsonb_array_length(question -> 'options') not between 2 and 12 then
      return '.options: 2 to 12';
    end if;
    for part in select jsonb_array_elements(question -> 'options') loop
      if not (private.has_only(part, '{id,label}') and private.is_slug(part -> 'id')) then return '.options: each with an id'; end if;
      if not private.is_localized(part -> 'label', 100) then return '.options: each with a text in at least one language'; end if;
    end loop;
    if (select count(distinct one ->> 'id') from jsonb_array_elements(question -> 'options') as one)
      <> jsonb_array_length(question -> 'options') then
      return '.options: two with one id';
    end if;
  end if;
  if question ? 'next' then
    if jsonb_typeof(question -> 'next') <> 'array' or jsonb_array_length(question -> 'next') > 12 then
      return '.next: at most 12 branches';
    end if;
    for part in select jsonb_array_elements(question -> 'next') loop
      if not (private.has_only(part, '{if,to}') and private.is_condition(part -> 'if', kind, question -> 'options')) then
        return '.next: a condition that does not fit the question';
      end if;
      -- Only onwards, so that every survey ends.
      if (private.is_slug(part -> 'to') and (part ->> 'to' = 'end' or part ->> 'to' = any (later))) is not true then
        return '.next: a branch that leads to no later question';
      end if;
    end loop;
  end if;
  return null;
end $$;

create function private.questions_fault(questions jsonb, kind text) returns text
language plpgsql immutable set search_path = '' as $$
declare
  ids text[];
  fault text;
begin
  if jsonb_typeof(questions) is distinct from 'array' or jsonb_array_length(questions) not between 1 and 10 then
    return 'questions: 1 to 10';
  end if;
  ids := array(select one ->> 'id' from jsonb_array_elements(questions) with ordinality as q (one, place) order by place);
  select 'questions.' || (place - 1) || private.question_fault(one, ids[place + 1:]) into fault
  from jsonb_array_elements(questions) with ordinality as q (one, place)
  where private.question_fault(one, ids[place + 1:]) is not null
  order by place limit 1;
  if fault is not null then return fault; end if;
  if (select count(distinct id) from unnest(ids) as id) <> cardinality(ids) then return 'questions: two with one id'; end if;
  if kind <> 'custom' and not questions @> jsonb_build_array(jsonb_build_object('kind', kind)) then
    return format('questions: a survey of the kind %s has a question of that kind', kind);
  end if;
  return null;
end $$;

create function private.trigger_fault(wanted jsonb) returns text
language sql immutable set search_path = '' as $$
  select case
    when not private.has_only(wanted, '{pages,event,delaySeconds,scrollPercent,exitIntent,conversationClosed}') then 'trigger: unknown'
    when jsonb_typeof(wanted -> 'pages') is distinct from 'array' then 'trigger.pages: a list'
    when jsonb_array_length(wanted -> 'pages') > 20 or exists (
      select from jsonb_array_elements(wanted -> 'pages') as page
      where jsonb_typeof(page) <> 'string' or length(page #>> '{}') not between 1 and 300) then 'trigger.pages: up to 20 patterns'
    when not (wanted -> 'event' = 'null' or (jsonb_typeof(wanted -> 'event') = 'string' and length(wanted ->> 'event') between 1 and 100))
      is true then 'trigger.event: a name or null'
    when not private.is_whole(wanted -> 'delaySeconds', 0, 3600) then 'trigger.delaySeconds: 0 to 3600'
    when not (wanted -> 'scrollPercent' = 'null' or private.is_whole(wanted -> 'scrollPercent', 1, 100)) is true then
      'trigger.scrollPercent: 1 to 100 or null'
    when jsonb_typeof(wanted -> 'exitIntent') is distinct from 'boolean' then 'trigger.exitIntent: true or false'
    when jsonb_typeof(wanted -> 'conversationClosed') is distinct from 'boolean' then 'trigger.conversationClosed: true or false'
  end
$$;

-- The audience: wishes about a visitor's traits, of which all must come true.
create function private.audience_fault(audience jsonb) returns text
language sql immutable set search_path = '' as $$
  select case
    when jsonb_typeof(audience) is distinct from 'array' or jsonb_array_length(audience) > 10 then 'audience: up to 10 conditions'
    else (
      select 'audience.' || (place - 1) || ': a trait, what is asked of it and a value'
      from jsonb_array_elements(audience) with ordinality as a (wish, place)
      where (private.has_only(wish, '{trait,op,value}')
        and length(btrim(wish ->> 'trait')) between 1 and 200
        and case wish ->> 'op'
          when 'is' then jsonb_typeof(wish -> 'value') in ('string', 'number', 'boolean')
          when 'not' then jsonb_typeof(wish -> 'value') in ('string', 'number', 'boolean')
          when 'over' then jsonb_typeof(wish -> 'value') = 'number'
          when 'under' then jsonb_typeof(wish -> 'value') = 'number'
          when 'contains' then jsonb_typeof(wish -> 'value') = 'string' and wish ->> 'value' <> ''
          when 'exists' then jsonb_typeof(wish -> 'value') = 'boolean'
        end
        and length(wish ->> 'value') <= 200) is not true
      order by place limit 1)
  end
$$;

-- Null, or what is wrong with a survey: 'place: reason'.
create function private.survey_fault(kind text, questions jsonb, thanks jsonb, wanted jsonb, audience jsonb) returns text
language sql immutable set search_path = '' as $$
  select coalesce(
    private.questions_fault(questions, kind),
    case when thanks is not null and not private.is_localized(thanks, 300) then 'thanks: a text in at least one language' end,
    private.trigger_fault(wanted),
    private.audience_fault(audience))
$$;

-- Whether `answer` answers the question.
create function private.answers_question(question jsonb, answer jsonb) returns boolean
language sql immutable set search_path = '' as $$
  select case question ->> 'kind'
    when 'nps' then private.is_whole(answer, 0, 10)
    when 'csat' then private.is_whole(answer, 1, 5)
    when 'ces' then private.is_whole(answer, 1, 7)
    when 'rating' then private.is_whole(answer, 1, (question ->> 'scale')::numeric::integer)
    when 'choice' then jsonb_typeof(answer) = 'string' and question -> 'options' @> jsonb_build_array(jsonb_build_object('id', answer))
    when 'several' then case when jsonb_typeof(answer) = 'array' then
      answer <> '[]'
      and (select count(distinct one) from jsonb_array_elements(answer) as one) = jsonb_array_length(answer)
      and not exists (select from jsonb_array_elements(answer) as one
        where not question -> 'options' @> jsonb_build_array(jsonb_build_object('id', one)))
      else false end
    when 'text' then jsonb_typeof(answer) = 'string' and length(answer #>> '{}') <= 2000 and btrim(answer #>> '{}', E' \t\n\r') <> ''
    else false
  end is true
$$;

-- Those of the answers that answer one of the questions: a survey may have been changed while its card was open.
create function private.fitting_answers(questions jsonb, answers jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select coalesce(jsonb_object_agg(given.key,
    case when question ->> 'kind' = 'text' then to_jsonb(btrim(given.value #>> '{}', E' \t\n\r')) else given.value end), '{}')
  from jsonb_each(answers) as given
  join jsonb_array_elements(questions) as question on question ->> 'id' = given.key
  where private.answers_question(question, given.value)
$$;
