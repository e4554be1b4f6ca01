import { useEffect, useState } from 'preact/hooks';
import { limits } from '../../shared/domain/limits.ts';
import type { Locale } from '../../shared/domain/nouns.ts';
import type { ArticleSuggestions, ArticleSummary } from '../../shared/domain/widget.ts';
import { usePanel } from '../app/panel.ts';
import { call } from '../client/call.ts';
import { tell } from './events.ts';
import { searchFor } from './trigger.ts';

/** How long the typing must rest before the server is asked, in ms. */
const rest = 250;
/** From when on a search under way is spoken of, in ms after it was sent. */
const patience = 800;

export interface Suggested {
  readonly articles: readonly ArticleSummary[];
  /** A search is under way, and takes its time. */
  readonly slow: boolean;
}

/** Articles that may answer `text`; what was found stays while the next search is on its way. */
export function useSuggestions(text: string, session: string, locale: Locale): Suggested {
  const { core } = usePanel();
  const [articles, setArticles] = useState<readonly ArticleSummary[]>([]);
  const [slow, setSlow] = useState(false);
  const query = searchFor(text);

  useEffect(() => {
    if (query === null) {
      setArticles([]);
      return;
    }
    // A newer text aborts the search for the older one.
    const end = new AbortController();
    let sign: ReturnType<typeof setTimeout> | undefined;
    const search = async () => {
      sign = setTimeout(() => setSlow(true), patience);
      const answer = await call(core, `/articles?${new URLSearchParams({ q: query, locale })}`, {
        signal: end.signal,
      });
      if (!answer.ok) return;
      const found: ArticleSuggestions = await answer.json();
      if (end.signal.aborted) return;
      const offered = found.articles.slice(0, limits.suggestions);
      setArticles(offered);
      for (const { id } of offered) {
        tell(core, { suggestionSession: session, articleId: id, outcome: 'shown', query });
      }
    };
    const over = () => {
      clearTimeout(sign);
      setSlow(false);
    };
    const timer = setTimeout(() => {
      // A search that fails offers nothing; the question can be sent all the same.
      search()
        .catch(() => {})
        .finally(() => end.signal.aborted || over());
    }, rest);
    return () => {
      clearTimeout(timer);
      end.abort();
      over();
    };
  }, [core, query, session, locale]);

  return { articles, slow };
}
