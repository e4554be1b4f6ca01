import './conversations.css';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../shared/ui/button.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { message, offline } from '../../shared/ui/icons.ts';
import { EmptyState } from '../../shared/ui/status.tsx';
import { useWorkplace } from '../app/workplace.ts';
import type { Route } from '../routing/route.ts';
import { navigate } from '../routing/router.ts';
import { useText } from '../settings/text.ts';
import { useShortcut } from '../shortcuts/use-shortcut.ts';
import { lazy } from '../view/lazy.tsx';
import { FilterBar } from './list/filter-bar.tsx';
import { List } from './list/list.tsx';
import { conversations } from './texts.ts';
import { useConversations } from './use-conversations.ts';

const Thread = lazy(async () => (await import('../thread/thread.tsx')).Thread);

/** The inbox: the list, and beside it (instead of it on small screens) the open conversation. */
export function ConversationsView({ route }: { route: Extract<Route, { name: 'conversations' }> }) {
  const { id, filter } = route;
  const t = useText(conversations);
  const list = useConversations(filter);
  useShortcut('back', () => {
    if (!id) return false;
    document.querySelector<HTMLElement>(`.row[data-id="${id}"]`)?.focus();
    navigate({ name: 'conversations', id: null, filter });
    return true;
  });
  return (
    <div class={`conversations${id ? ' has-thread' : ''}`}>
      <section class="list-pane" aria-labelledby="list-title">
        <header class="pane-head">
          <h1 id="list-title" tabIndex={-1}>
            {t('title')}
          </h1>
          <FilterBar
            filter={filter}
            onChange={(next) => navigate({ name: 'conversations', id, filter: next }, { replace: true })}
          />
        </header>
        <ConnectionLine />
        <List conversations={list} filter={filter} selected={id} />
      </section>
      {id ? (
        <Thread key={id} id={id} filter={filter} />
      ) : (
        <div class="no-thread">
          <EmptyState icon={message} title={t('none_open_title')}>
            {t('none_open')}
          </EmptyState>
        </div>
      )}
    </div>
  );
}

/** Says that news does not come in at the moment, and lets the reader ask at once. */
function ConnectionLine() {
  const { feed } = useWorkplace();
  const t = useText(conversations);
  const [state, setState] = useState(feed.state);
  useEffect(() => {
    setState(feed.state);
    return feed.onState(setState);
  }, [feed]);
  return (
    <div role="status" class="connection">
      {state === 'retrying' && (
        <p class="connection-line">
          <Icon path={offline} size={16} /> <span>{t('retrying')}</span>
          <Button variant="ghost" onClick={() => feed.poke()}>
            {t('retry_now')}
          </Button>
        </p>
      )}
    </div>
  );
}
