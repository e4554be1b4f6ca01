import './articles.css';
import { useRef, useState } from 'preact/hooks';
import { localeNames } from '../../shared/i18n/locale.ts';
import { parseTime } from '../../shared/i18n/time.ts';
import { TextField } from '../../shared/ui/field.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { book, plus } from '../../shared/ui/icons.ts';
import { Badge, EmptyState } from '../../shared/ui/status.tsx';
import { useWorkplace } from '../app/workplace.ts';
import { asLocale } from '../data/locale.ts';
import { Paged } from '../data/paged.tsx';
import { usePages } from '../data/use-pages.ts';
import { Link } from '../routing/link.tsx';
import { useText } from '../settings/text.ts';
import { useShortcut } from '../shortcuts/use-shortcut.ts';
import { Ago } from '../view/ago.tsx';
import { useDelayed } from '../view/use-delayed.ts';
import { useNow } from '../view/use-now.ts';
import { type ArticleRow, readArticles } from './queries.ts';
import { articles } from './texts.ts';

/** The project's articles, last changed first. */
export function ArticleList() {
  const { backend, project, may, me } = useWorkplace();
  const t = useText(articles);
  const [search, setSearch] = useState('');
  const wanted = useDelayed(search, 250);
  const pages = usePages(
    (cursor) => readArticles(backend.db, project.id, wanted, cursor),
    [project.id, wanted],
  );
  const head = useRef<HTMLElement>(null);
  useShortcut('search', () => head.current?.querySelector('input')?.focus());
  const add = may.answer && (
    <Link class="hb-button hb-primary" to={{ name: 'new-article', fromMessage: null }}>
      <Icon path={plus} /> {t('new')}
    </Link>
  );
  return (
    <div class="page">
      <header class="page-head" ref={head}>
        <h1 tabIndex={-1}>{t('title')}</h1>
        {add}
        <TextField
          type="search"
          label={t('search')}
          labelHidden
          placeholder={t('search')}
          value={search}
          onValue={setSearch}
        />
      </header>
      {!may.answer && <p class="read-only">{t(me.role === 'pm' ? 'read_only_pm' : 'read_only_viewer')}</p>}
      <Paged
        pages={pages}
        waiting={{ lines: 8, label: t('loading') }}
        empty={
          <EmptyState
            icon={book}
            title={t(wanted ? 'none_found_title' : 'empty_title')}
            action={!wanted && add}
          >
            {t(wanted ? 'none_found' : 'empty')}
          </EmptyState>
        }
      >
        <ArticleTable rows={pages.rows} />
      </Paged>
    </div>
  );
}

function ArticleTable({ rows }: { rows: readonly ArticleRow[] }) {
  const t = useText(articles);
  const now = useNow();
  return (
    <div class="table-frame">
      <table class="table articles">
        <caption class="hb-sr">{t('title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column_title')}</th>
            <th scope="col">{t('column_status')}</th>
            <th scope="col">{t('column_language')}</th>
            <th scope="col" class="figure">
              {t('shown')}
            </th>
            <th scope="col" class="figure">
              {t('opened')}
            </th>
            <th scope="col" class="figure">
              {t('helped')}
            </th>
            <th scope="col">{t('column_updated')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link to={{ name: 'article', id: row.id }}>{row.title}</Link>
              </th>
              <td>
                <Badge dot tone={row.status === 'published' ? 'success' : 'neutral'}>
                  {t(`status_${row.status}`)}
                </Badge>
              </td>
              <td>{localeNames[asLocale(row.locale)]}</td>
              <td class="figure" data-label={t('shown')}>
                {row.outcomes.shown}
              </td>
              <td class="figure" data-label={t('opened')}>
                {row.outcomes.opened}
              </td>
              <td class="figure" data-label={t('helped')}>
                {row.outcomes.helped}
              </td>
              <td>
                <Ago at={parseTime(row.updated_at)} now={now} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
