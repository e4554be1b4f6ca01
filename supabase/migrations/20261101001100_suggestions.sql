-- Articles that may answer what a visitor is typing, and what became of them.

-- The start of an article as prose: links by their text, no marks of Markdown, no rules of tables.
create function private.excerpt(body text) returns text
language sql immutable set search_path = '' as $$
  select btrim(left(regexp_replace(
    -- Marks inside a line leave nothing behind, those at its start and between cells a space.
    regexp_replace(left(body, 1000), '\]\([^)]*\)|[*_`\[\]]', '', 'g'),
    '(:?-{3,}:?|[#>|]|\s)+', ' ', 'g'), 160))
$$;

create function public.widget_suggest(caller jsonb, q text, speaks text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  door jsonb := private.enter(caller);
  refused jsonb;
  wanted tsquery := private.search_query(q);
begin
  if door ? 'error' then return door; end if;
  refused := private.too_often(caller, 'suggest');
  if refused is not null then return refused; end if;
  return jsonb_build_object('articles', coalesce((
    select jsonb_agg(jsonb_build_object('id', hit.id, 'title', hit.title, 'locale', hit.locale,
      'excerpt', private.excerpt(hit.body))
      order by hit.same_language desc, hit.rank desc, hit.id)
    from (
      select found.* from (
        select a.id, a.title, a.body, a.locale, a.locale = speaks as same_language,
          ts_rank(a.search, wanted) as rank, max(ts_rank(a.search, wanted)) over () as best
        from public.articles a
        where a.project_id = (door ->> 'project')::uuid and a.status = 'published' and a.search @@ wanted
      ) as found
      -- One common word of a long question makes no answer beside an article that has several of its words.
      where found.rank >= found.best * 0.3
      order by found.same_language desc, found.rank desc, found.id
      limit 5
    ) as hit), '[]'));
end $$;

create function public.widget_article(caller jsonb, article uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  door jsonb := private.enter(caller);
  answer jsonb;
begin
  if door ? 'error' then return door; end if;
  answer := private.too_often(caller, 'suggest');
  if answer is not null then return answer; end if;
  select jsonb_build_object('id', a.id, 'title', a.title, 'body', a.body, 'locale', a.locale, 'updatedAt', a.updated_at)
  into answer from public.articles a
  where a.id = article and a.project_id = (door ->> 'project')::uuid and a.status = 'published';
  return coalesce(answer, private.refusal('not_found', 'There is no such article.'));
end $$;

-- Each outcome of one session and article is kept once.
create function public.widget_suggestion_event(caller jsonb, input jsonb) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  door jsonb;
  refused jsonb;
begin
  perform private.share_token(caller);
  door := private.enter(caller);
  if door ? 'error' then return door; end if;
  refused := private.too_often(caller, 'suggest');
  if refused is not null then return refused; end if;
  if not exists (select from public.articles a where a.id = (input ->> 'articleId')::uuid
    and a.project_id = (door ->> 'project')::uuid and a.status = 'published') then
    return private.refusal('not_found', 'There is no such article.');
  end if;
  insert into public.suggestion_events (project_id, article_id, visitor_id, session_id, outcome, query)
  select a.project_id, a.id, (door ->> 'visitor')::uuid, (input ->> 'suggestionSession')::uuid,
    (input ->> 'outcome')::public.suggestion_outcome, nullif(input ->> 'query', '')
  from public.articles a
  where a.id = (input ->> 'articleId')::uuid and a.project_id = (door ->> 'project')::uuid and a.status = 'published'
  on conflict do nothing;
  return '{}';
end $$;
