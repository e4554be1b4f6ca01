import { useEffect, useRef } from 'preact/hooks';
import type { DraftForm } from '../drafts/draft.ts';
import { updateDraft } from '../drafts/store.ts';
import { tell } from '../messages/changes.ts';

/** Keeps what is drawn and written in this browser, soon after each change and when the tab is left. */
export function useKeptDraft(id: string, annotation: unknown, form: DraftForm): void {
  const latest = useRef({ annotation, form });
  const kept = useRef({ annotation: JSON.stringify(annotation), form });
  latest.current = { annotation, form };

  const keep = () => {
    const now = latest.current;
    const text = JSON.stringify(now.annotation);
    if (kept.current.annotation === text && kept.current.form === now.form) return;
    kept.current = { annotation: text, form: now.form };
    // Where the browser keeps nothing, taking the picture would have failed before.
    void updateDraft(id, now).then(
      () => tell('drafts'),
      () => {},
    );
  };
  useEffect(() => {
    const timer = setTimeout(keep, 250);
    return () => clearTimeout(timer);
  }, [annotation, form]);
  useEffect(() => {
    const stop = new AbortController();
    const leaving = () => document.visibilityState === 'hidden' && keep();
    document.addEventListener('visibilitychange', leaving, { signal: stop.signal });
    addEventListener('pagehide', keep, { signal: stop.signal });
    return () => stop.abort();
  }, []);
}
