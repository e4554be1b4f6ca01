import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Draft } from '../../drafts/draft.ts';
import { listDrafts } from '../../drafts/store.ts';
import { listen } from '../../messages/changes.ts';

/** The unfinished captures of this browser, newest first; null until they are read. */
export function useDrafts(): { drafts: Draft[] | null; reload: () => Promise<void> } {
  const [drafts, setDrafts] = useState<Draft[] | null>(null);
  const reload = useCallback(async () => {
    // Where the browser keeps nothing there are none to show.
    setDrafts(await listDrafts().catch(() => []));
  }, []);
  useEffect(() => {
    void reload();
    return listen((change) => {
      if (change === 'drafts') void reload();
    });
  }, []);
  return { drafts, reload };
}
