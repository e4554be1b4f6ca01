import { useEffect, useRef, useState } from 'preact/hooks';
import type { ArticleSummary } from '../../shared/domain/widget.ts';
import { Icon } from '../../shared/ui/icon.tsx';
import * as icons from '../../shared/ui/icons.ts';
import { usePanel } from '../app/panel.ts';
import { room } from '../frame/room.tsx';
import { addSheet } from '../frame/sheet.ts';
import css from './articles.css?inline';
import { tell } from './events.ts';
import { Helped } from './helped.tsx';
import { searchFor } from './trigger.ts';
import { useSuggestions } from './use-suggestions.ts';
import { useArticleWords } from './words.ts';

const Reader = room(async () => (await import('./reader.tsx')).Reader);

/**
 * Articles that may answer the question before it is sent; one of them opened, and the thanks when it did, take
 * the form's place.
 */
export function Suggestions(props: {
  text: string;
  session: string;
  onReading: (reading: boolean) => void;
  onHelped: () => void;
}) {
  const { text, session, onReading, onHelped } = props;
  const { core, announce, go } = usePanel();
  const { t, locale } = useArticleWords();
  addSheet(core.shadow, css);
  const articles = useSuggestions(text, session, locale);
  const [reading, setReading] = useState<ArticleSummary | null>(null);
  const [helped, setHelped] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const found = articles.length;

  useEffect(() => {
    if (found > 0) announce(t('found', { count: found }));
  }, [found]);
  // A host may lead elsewhere meanwhile: the form must not stay hidden there.
  useEffect(() => () => onReading(false), []);

  const event = (article: ArticleSummary, outcome: 'opened' | 'helped') =>
    tell(core, {
      suggestionSession: session,
      articleId: article.id,
      outcome,
      query: searchFor(text) ?? '',
    });
  const open = (article: ArticleSummary) => {
    event(article, 'opened');
    setReading(article);
    onReading(true);
  };
  const back = (article: ArticleSummary) => {
    setReading(null);
    onReading(false);
    // Once the list is drawn again, to where the reading began.
    requestAnimationFrame(() => {
      list.current?.querySelector<HTMLElement>(`[data-article="${article.id}"]`)?.focus();
    });
  };

  if (helped) {
    return (
      <Helped
        onAnother={() => {
          setHelped(false);
          onReading(false);
          // Enters the form anew, so that the focus lands where it does for any form.
          go({ at: 'form', kind: 'question' });
        }}
      />
    );
  }
  if (reading) {
    return (
      <Reader
        summary={reading}
        onBack={() => back(reading)}
        onHelped={() => {
          event(reading, 'helped');
          setReading(null);
          setHelped(true);
          onHelped();
        }}
      />
    );
  }
  if (found === 0) return null;
  return (
    <section class="offered" aria-labelledby="offered">
      <h3 id="offered">{t('heading')}</h3>
      <ul ref={list}>
        {articles.map((article) => (
          <li key={article.id}>
            <button type="button" class="row" data-article={article.id} onClick={() => open(article)}>
              <Icon path={icons.book} />
              <span class="grow">
                <b>{article.title}</b>
                <span class="quiet">{article.excerpt}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
