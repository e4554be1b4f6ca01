-- The FAQ: articles in two languages, found by whoever types a similar question.

-- Words of a text for search, the same on every PostgreSQL: Latin words as they are, and runs of Chinese,
-- Japanese or Korean characters as overlapping pairs plus each character, so that one or two characters find
-- their place inside a sentence, which word-based search cannot do. NFKC folds full-width forms.
create function private.search_tokens(source text) returns text[]
language sql immutable strict parallel safe set search_path = '' as $$
  with folded as (select lower(normalize(source, NFKC)) as text),
  runs as (
    select (regexp_matches(text, '[\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]+|[[:alnum:]_]+', 'g'))[1] as run
    from folded
  ),
  -- A run of [[:alnum:]] may hold CJK after Latin letters ("pdf导出"): split it again.
  parts as (
    select (regexp_matches(run, '[\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]+|[^\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]+', 'g'))[1] as part
    from runs
  ),
  tokens as (
    select part as token from parts where part !~ '[\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]'
    union all
    select substr(part, place, 2)
    from parts, generate_series(1, greatest(length(part) - 1, 1)) as place
    where part ~ '[\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]'
    union all
    -- The last character begins no pair; alone it lets a one-character search find it as a prefix too.
    select right(part, 1) from parts
    where length(part) > 1 and part ~ '[\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]'
  )
  select coalesce(array_agg(distinct token), '{}') from tokens where token <> ''
$$;

-- Title counts more than body; English words also match by their stem.
create function private.search_vector(title text, body text) returns tsvector
language sql immutable strict parallel safe set search_path = '' as $$
  select setweight(array_to_tsvector(private.search_tokens(title)) || to_tsvector('pg_catalog.english', title), 'A')
      || setweight(array_to_tsvector(private.search_tokens(body)) || to_tsvector('pg_catalog.english', body), 'B')
$$;

create type public.article_status as enum ('draft', 'published');

create table public.articles (
  id uuid primary key default gen_random_uuid(),
  project_id uuid not null references public.projects on delete cascade,
  locale text not null check (locale in ('en', 'zh-CN')),
  title text not null check (length(btrim(title)) between 1 and 200),
  -- Markdown.
  body text not null check (length(btrim(body)) between 1 and 50000),
  status public.article_status not null default 'draft',
  -- The answer that it was made from.
  source_message_id uuid references public.messages on delete set null,
  created_by uuid default auth.uid() references auth.users on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  published_at timestamptz,
  search tsvector not null default ''
);

create index articles_list on public.articles (project_id, updated_at desc, id desc);
create index articles_search on public.articles using gin (search);
create index articles_created_by on public.articles (created_by);
create index articles_source on public.articles (source_message_id);

-- The vector is kept by a trigger and not as a generated column: a generated column would call a function of
-- schema private with the rights of whoever inserts.
create function private.index_article() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  new.search := private.search_vector(new.title, new.body);
  if tg_op = 'UPDATE' then
    new.updated_at := now();
    if new.status = old.status then return new; end if;
  end if;
  new.published_at := case when new.status = 'published' then now() end;
  return new;
end $$;

create trigger index_article before insert or update of title, body, status, locale on public.articles
for each row execute function private.index_article();

-- What was offered while somebody typed, and what became of it.
create type public.suggestion_outcome as enum ('shown', 'opened', 'helped', 'submitted_anyway');

create table public.suggestion_events (
  id bigint generated always as identity primary key,
  project_id uuid not null references public.projects on delete cascade,
  article_id uuid not null references public.articles on delete cascade,
  visitor_id uuid references public.visitors on delete cascade,
  -- One sitting of one visitor at one question.
  session_id uuid not null,
  outcome public.suggestion_outcome not null,
  query text check (length(query) <= 200),
  conversation_id uuid references public.conversations on delete set null,
  created_at timestamptz not null default now(),
  unique (session_id, article_id, outcome)
);

create index suggestion_events_project on public.suggestion_events (project_id, created_at desc);
create index suggestion_events_article on public.suggestion_events (article_id, outcome);
create index suggestion_events_visitor on public.suggestion_events (visitor_id);
create index suggestion_events_conversation on public.suggestion_events (conversation_id);

alter table public.articles enable row level security;
alter table public.articles force row level security;
alter table public.suggestion_events enable row level security;
alter table public.suggestion_events force row level security;

revoke all on public.articles, public.suggestion_events from anon, authenticated;
-- anon reads what was published and nothing else in this database.
grant select (id, project_id, locale, title, body, status, updated_at, published_at) on public.articles to anon;
grant select on public.articles to authenticated;
grant insert (project_id, locale, title, body, status, source_message_id) on public.articles to authenticated;
grant update (locale, title, body, status) on public.articles to authenticated;
grant delete on public.articles to authenticated;
grant select on public.suggestion_events to authenticated;
grant select, insert, update, delete on public.articles, public.suggestion_events to service_role;

create policy "everybody reads published articles" on public.articles for select to anon
  using (status = 'published');
create policy "staff read the articles of their projects" on public.articles for select to authenticated
  using (project_id in (select private.my_projects()));
create policy "agents write articles" on public.articles for insert to authenticated
  with check (
    project_id in (select private.my_projects('{owner,admin,agent}'))
    and created_by = (select auth.uid())
    and (source_message_id is null or exists (
      select from public.messages m where m.id = source_message_id and m.project_id = articles.project_id
    ))
  );
create policy "agents edit articles" on public.articles for update to authenticated
  using (project_id in (select private.my_projects('{owner,admin,agent}')))
  with check (project_id in (select private.my_projects('{owner,admin,agent}')));
create policy "agents delete articles" on public.articles for delete to authenticated
  using (project_id in (select private.my_projects('{owner,admin,agent}')));

create policy "staff read suggestion events of their projects" on public.suggestion_events for select to authenticated
  using (project_id in (select private.my_projects()));

-- A question as it is being typed, as a search: any of its tokens may match (the last one as a prefix, since the
-- word may be unfinished), ranked by how many and how rare. Null for texts that are too short to mean anything.
create function private.search_query(typed text) returns tsquery
language sql immutable strict parallel safe set search_path = '' as $$
  select case
    when string_agg(token, '') ~ '[^[:ascii:]]' or max(length(token)) >= 3 then
      (string_agg(quote_literal(token) || ':*', ' | ') || coalesce(
        (select ' | ' || replace(nullif(plainto_tsquery('pg_catalog.english', typed)::text, ''), ' & ', ' | ')), ''))::tsquery
  end
  from unnest(private.search_tokens(typed)) as token
  -- One letter as a prefix would match nearly everything, and so would words like "the".
  where (token ~ '[^[:ascii:]]' or length(token) >= 2)
    and (token ~ '[^[:ascii:]]' or length(token) < 3 or to_tsvector('pg_catalog.english', token) <> '')
$$;

revoke execute on function private.search_tokens(text), private.search_vector(text, text), private.index_article(),
  private.search_query(text) from public;

-- What became of some articles that were offered while somebody typed, for the list in the inbox. An article that
-- was never offered is missing.
create function public.article_outcomes(project uuid, articles uuid[])
returns table (article_id uuid, shown bigint, opened bigint, helped bigint, submitted_anyway bigint)
language sql stable security invoker set search_path = '' as $$
  select e.article_id,
         count(*) filter (where e.outcome = 'shown'),
         count(*) filter (where e.outcome = 'opened'),
         count(*) filter (where e.outcome = 'helped'),
         count(*) filter (where e.outcome = 'submitted_anyway')
  from public.suggestion_events e
  where e.project_id = project
    and e.project_id in (select private.my_projects())
    and e.article_id = any (articles)
  group by e.article_id
$$;
revoke execute on function public.article_outcomes(uuid, uuid[]) from public, anon;
grant execute on function public.article_outcomes(uuid, uuid[]) to authenticated;
