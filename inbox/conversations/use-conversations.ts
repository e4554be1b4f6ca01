import { useEffect, useRef, useState } from 'preact/hooks';
import { useWorkplace } from '../app/workplace.ts';
import type { Failure } from '../data/result.ts';
import type { FeedChange } from '../live/feed.ts';
import type { ConversationFilter } from '../routing/route.ts';
import { readChanged, readPage } from './queries.ts';
import { appendPage, applyChanges, noRows, type Rows } from './rows.ts';

export type ConversationList = {
  list: Rows;
  state: 'loading' | 'more' | 'ready' | 'failed';
  failure: Failure | null;
  loadMore: () => void;
  retry: () => void;
};

/** The filtered list of the project's conversations, kept up to date by the feed. */
export function useConversations(filter: ConversationFilter): ConversationList {
  const { backend, project, feed } = useWorkplace();
  const { db } = backend;
  const [list, setList] = useState<Rows>(noRows);
  const [state, setState] = useState<ConversationList['state']>('loading');
  const [failure, setFailure] = useState<Failure | null>(null);
  // Answers of another filter, or from before a reload, are dropped by their turn.
  const turn = useRef(0);
  const now = useRef({ list, state });
  now.current = { list, state };

  const load = async (more: boolean) => {
    const mine = more ? turn.current : ++turn.current;
    const cursor = more ? now.current.list.next : null;
    setState(more ? 'more' : 'loading');
    now.current.state = more ? 'more' : 'loading';
    if (!more) setList(noRows);
    const page = await readPage(db, project.id, filter, cursor);
    if (mine !== turn.current) return;
    if (page.ok) setList((held) => appendPage(held, page.value));
    setFailure(page.ok ? null : page.failure);
    setState(page.ok ? 'ready' : 'failed');
  };

  const follow = async (change: FeedChange) => {
    if (now.current.state === 'loading') return;
    const mine = change === 'reload' ? ++turn.current : turn.current;
    if (change === 'reload') {
      const page = await readPage(db, project.id, filter, null, now.current.list.rows.length);
      if (!page.ok || mine !== turn.current) return;
      setList(page.value);
      setState('ready');
      return;
    }
    const fresh = await readChanged(db, project.id, filter, change.ids);
    if (!fresh.ok || mine !== turn.current) return;
    setList((held) => applyChanges(held, change.ids, fresh.value));
  };

  useEffect(() => {
    void load(false);
    const forget = feed.onChange((change) => void follow(change));
    return () => {
      turn.current++;
      forget();
    };
  }, [project.id, filter.status, filter.kind, feed]);

  return {
    list,
    state,
    failure,
    loadMore: () => {
      if (now.current.state === 'ready' && now.current.list.next) void load(true);
    },
    retry: () => void load(list.rows.length > 0),
  };
}
