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

/** Articles that may answer `text`; what was found stays while the next search is on its way. */
export function useSuggestions(text: string, session: string, locale: Locale): readonly ArticleSummary[] {
  const { core } = usePanel();
  const [articles, setArticles] = useState<readonly ArticleSummary[]>([]);
  const query = searchFor(text);

  useEffect(() => {
    if (query === null) {
      setArticles([]);
      return;
    }
    const end = new AbortController();
    const search = async () => {
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
    // A search that fails offers nothing; the question can be sent all the same.
    const timer = setTimeout(() => search().catch(() => {}), rest);
    return () => {
      clearTimeout(timer);
      end.abort();
    };
  }, [core, query, session, locale]);

  return articles;
}
