import { useEffect, useRef } from 'preact/hooks';
import type { ArticleSummary } from '../../shared/domain/widget.ts';
import { Icon } from '../../shared/ui/icon.tsx';
import * as icons from '../../shared/ui/icons.ts';
import { leavesText, nextByKey } from './keys.ts';
import { articlesRead } from './read.ts';
import { useArticleWords } from './words.ts';

/**
 * The articles below the text that is being typed. Each is a stop of Tab; from the end of the text the arrow down
 * leads to them, and up from the first back into it.
 */
export function Offered(props: {
  articles: readonly ArticleSummary[];
  session: string;
  /** The article that was read last: it takes the focus when the list comes back. */
  back: string | null;
  onOpen: (article: ArticleSummary) => void;
}) {
  const { articles, session, back, onOpen } = props;
  const { t } = useArticleWords();
  const list = useRef<HTMLUListElement>(null);
  const read = new Set(articlesRead(session).map(({ id }) => id));
  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>('.row') ?? [])];
  const text = () => list.current?.closest('form')?.querySelector('textarea') ?? null;

  useEffect(() => {
    if (back)
      rows()
        .find(({ dataset }) => dataset.article === back)
        ?.focus();
  }, []);
  useEffect(() => {
    const field = text();
    if (!field) return;
    const down = (event: KeyboardEvent) => {
      if (!leavesText(event, field)) return;
      event.preventDefault();
      rows()[0]?.focus();
    };
    field.addEventListener('keydown', down);
    return () => field.removeEventListener('keydown', down);
  }, []);

  return (
    <section class="offered" aria-labelledby="offered">
      <h3 id="offered">{t('heading')}</h3>
      <ul ref={list}>
        {articles.map((article, index) => (
          <li key={article.id}>
            <button
              type="button"
              class="row"
              lang={article.locale}
              data-article={article.id}
              onClick={() => onOpen(article)}
              onKeyDown={(event) => {
                const to = nextByKey(event.key, index, articles.length);
                if (to === null) return;
                event.preventDefault();
                (to === 'text' ? text() : rows()[to])?.focus();
              }}
            >
              <Icon path={icons.book} />
              <span class="grow">
                <b>{article.title}</b>
                <span class="quiet" dir="auto">
                  {article.excerpt}
                </span>
              </span>
              {read.has(article.id) && <span class="quiet seen">{t('read')}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
