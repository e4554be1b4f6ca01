-- The FAQ: articles in two languages, found by whoever types a similar question.

-- Words of a text for search in their order, the same on every PostgreSQL: Latin words as they are, and runs of
-- Chinese, Japanese or Korean characters as overlapping pairs plus the last character, so that one or two characters
-- find their place inside a sentence, which word-based search cannot do. NFKC folds full-width forms. A Latin word
-- ends after 60 characters: a longer one (a link, a picture as text) would be too long for a tsvector.
create function private.search_tokens(source text) returns text[]
language sql immutable strict parallel safe set search_path = '' as $$
  with parts as (
    -- Blanks around the runs first, so that "pdf导出" is two.
    select found[1] as part, place, found[1] ~ '^[\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]' as cjk
    from regexp_matches(
      regexp_replace(lower(normalize(source, NFKC)), '([\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]+)', ' \1 ', 'g'),
      '[\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]+|[[:alnum:]_]+',
      'g') with ordinality as matched (found, place)
  ),
  tokens as (
    select left(part, 60) as token, place, 1 as letter_place from parts where not cjk
    union all
    select letter || coalesce(lead(letter) over (partition by place order by letter_place), ''), place, letter_place
    from parts, string_to_table(part, null) with ordinality as letters (letter, letter_place)
    where cjk
  )
  select coalesce(array_agg(token order by place, letter_place), '{}') from tokens
$$;

-- A token as a tsquery or tsvector reads it.
create function private.quote_token(token text) returns text
language sql immutable strict parallel safe set search_path = '' as $$
  select '''' || replace(replace(token, '\', '\\'), '''', '''''') || ''''
$$;

create function private.token_vector(source text) returns tsvector
language sql immutable strict parallel safe set search_path = '' as $$
  -- With a position: without any, weights are lost and the title would count no more than the body. The first is
  -- enough, and keeps the vector small.
  select coalesce(string_agg(private.quote_token(token) || ':' || place, ' '), '')::tsvector
  from (
    select token, least(min(place), 16383) as place
    from unnest(private.search_tokens(source)) with ordinality as tokens (token, place)
    group by token
  ) as firsts
$$;

-- Title counts more than body; English words also match by their stem.
create function private.search_vector(title text, body text) returns tsvector
language sql immutable strict parallel safe set search_path = '' as $$
  select setweight(private.token_vector(title) || to_tsvector('pg_catalog.english', title), 'A')
      || setweight(private.token_vector(body) || to_tsvector('pg_catalog.english', body), 'B')
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
revoke all on sequence public.suggestion_events_id_seq from anon, authenticated;
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

-- A question as it is being typed, as a search: any of its words may match, as they are, as the start of a word
-- (the last one may be unfinished) or by their stem. Words that stand in every question match nothing: English stop
-- words, and the Chinese ones listed here. Null for texts that are too short to mean anything.
create function private.search_query(typed text) returns tsquery
language sql immutable strict parallel safe set search_path = '' as $$
  with tokens as (
    select distinct token, token ~ '[\u2e80-\uffff]' as cjk from unnest(private.search_tokens(typed)) as token
  ),
  kept as (
    select token, cjk, length(token) as size from tokens
    where case
      when cjk then
        token <> all ('{怎么,怎样,怎么样,么样,如何,什么,为什,为何,可以,能否,是否,能不,不能,哪里,哪儿,请问,多少,我想,我要,想要,我的,你们,我们,有没,没有,一个,这个,那个,的,了,吗,呢,吧,啊,是,我,你,在,有,和,不,么}')
        -- The last character of a run stands alone only where the whole run is one character.
        and (length(token) = 2 or not exists (select from tokens as pair where pair.cjk and length(pair.token) = 2))
      else length(token) >= 2 and to_tsvector('pg_catalog.english', token) <> ''
    end
  ),
  wanted as (
    -- Two letters are a word of their own (UI, QR) and no start of one.
    select private.quote_token(token) || case when cjk or size >= 3 then ':*' else '' end as operand from kept
    union
    select private.quote_token(stem.lexeme) from kept, unnest(to_tsvector('pg_catalog.english', token)) as stem where not cjk
  )
  select string_agg(operand, ' | ')::tsquery from wanted
  where exists (select from kept where cjk or size >= 3)
$$;

revoke execute on function private.search_tokens(text), private.quote_token(text), private.token_vector(text),
  private.search_vector(text, text), private.index_article(), private.search_query(text) from public;

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
