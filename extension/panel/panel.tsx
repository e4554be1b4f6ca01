import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, IconButton } from '../../shared/ui/button.tsx';
import { settings as settingsIcon } from '../../shared/ui/icons.ts';
import { EmptyState, Skeleton } from '../../shared/ui/status.tsx';
import { ask } from '../messages/ask.ts';
import type { Status } from '../messages/protocol.ts';
import { useFrame } from '../views/app-frame.tsx';
import { useStatus } from '../views/use-status.ts';
import { Connect } from './connect.tsx';
import { Home } from './home.tsx';
import { Settings } from './settings.tsx';
import { SignIn } from './sign-in.tsx';

/** The side panel: connect once, sign in, then capture. */
export function Panel() {
  const { t } = useFrame();
  const { status, failed, refresh } = useStatus();
  const [settingsOpen, setSettingsOpen] = useState(false);

  useEffect(() => {
    // A worker that the browser has ended takes up what waits when it is started again.
    void ask('take-over', null);
  }, []);

  return (
    <div class="panel">
      <header class="panel-head">
        <img src="/icon/48.png" alt="" width="24" height="24" />
        <h1>{t('name')}</h1>
        <IconButton icon={settingsIcon} label={t('settings')} onClick={() => setSettingsOpen(true)} />
      </header>
      <main class="panel-body">
        {status ? (
          <Room status={status} refresh={refresh} />
        ) : failed ? (
          <EmptyState
            title={t('error.failed')}
            action={<Button onClick={() => void refresh()}>{t('tryAgain')}</Button>}
          />
        ) : (
          <Skeleton label={t('loading')} />
        )}
      </main>
      {settingsOpen && <Settings status={status} refresh={refresh} onClose={() => setSettingsOpen(false)} />}
    </div>
  );
}

function roomOf({ connection, member }: Status): 'connect' | 'sign-in' | 'home' {
  return !connection ? 'connect' : member ? 'home' : 'sign-in';
}

function Room({ status, refresh }: { status: Status; refresh: () => Promise<void> }) {
  const room = roomOf(status);
  const first = useRef(room);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What had the focus is gone with the room that was left.
    if (first.current === room) return;
    first.current = room;
    const target = place.current?.querySelector<HTMLElement>('input, h2');
    target?.focus();
  }, [room]);
  return (
    <div ref={place} class="panel-room">
      {room === 'connect' && <Connect refresh={refresh} />}
      {room === 'sign-in' && <SignIn status={status} refresh={refresh} />}
      {room === 'home' && <Home status={status} refresh={refresh} />}
    </div>
  );
}
