import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ArticleSummary } from '../../shared/domain/widget.ts';
import { usePanel } from '../app/panel.ts';
import { room } from '../frame/room.tsx';
import { addSheet } from '../frame/sheet.ts';
import css from './articles.css?inline';
import { tell } from './events.ts';
import { Offered } from './offered.tsx';
import { noteRead } from './read.ts';
import { searchFor } from './trigger.ts';
import { useSuggestions } from './use-suggestions.ts';
import { useArticleWords } from './words.ts';

const Reader = room(async () => (await import('./reading/reader.tsx')).Reader);
const Helped = room(async () => (await import('./helped.tsx')).Helped);

type At = { at: 'list' } | { at: 'article'; article: ArticleSummary } | { at: 'helped'; undo: () => void };

/**
 * Articles that may answer the question before it is sent; one of them opened, and the thanks when it did, take
 * the form's place.
 */
export function Suggestions(props: {
  text: string;
  session: string;
  onReading: (reading: boolean) => void;
  /** An article answered it: the form is to be emptied. Gives back what fills it again. */
  onHelped: () => () => void;
}) {
  const { text, session, onReading, onHelped } = props;
  const { core, announce, go, setBack } = usePanel();
  const { t, locale } = useArticleWords();
  addSheet(core.shadow, css);
  const { articles, slow } = useSuggestions(text, session, locale);
  const [place, setPlace] = useState<At>({ at: 'list' });
  const last = useRef<string | null>(null);
  const marker = useRef<HTMLDivElement>(null);
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
    core.emit('article-opened', { id: article.id, title: article.title });
    noteRead(session, article);
    last.current = article.id;
    setPlace({ at: 'article', article });
    onReading(true);
    // How many were found stands at the end of the list, not of what is read.
    announce('');
  };
  const toList = () => {
    setPlace({ at: 'list' });
    onReading(false);
  };
  const reads = place.at === 'article';
  useLayoutEffect(() => {
    if (!reads) return;
    setBack({ label: t('back'), go: toList });
    return () => setBack(null);
  }, [reads, t]);
  /** Enters the form anew, so that the focus lands where it does for any form. */
  const toForm = () => {
    last.current = null;
    toList();
    go({ at: 'form', kind: 'question' });
  };

  if (place.at === 'helped') {
    return (
      <Helped
        onAnother={toForm}
        onUndo={() => {
          place.undo();
          toForm();
        }}
      />
    );
  }
  if (place.at === 'article') {
    const { article } = place;
    return (
      <div ref={marker}>
        <Reader
          summary={article}
          onStillAsk={() => {
            const form = marker.current?.closest('form');
            last.current = null;
            toList();
            // Once the form is in sight again, on the button that sends: what was read goes with it.
            requestAnimationFrame(() => form?.querySelector<HTMLElement>('[type=submit]')?.focus());
          }}
          onHelped={() => {
            event(article, 'helped');
            setPlace({ at: 'helped', undo: onHelped() });
          }}
        />
      </div>
    );
  }
  if (found === 0) return slow ? <p class="quiet looking">{t('looking')}</p> : null;
  return <Offered articles={articles} session={session} back={last.current} onOpen={open} />;
}
