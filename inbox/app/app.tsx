import { useEffect, useMemo } from 'preact/hooks';
import { type Backend, openBackend } from '../../shared/backend/backend.ts';
import { type InstallationError, readInstallation } from '../../shared/backend/installation.ts';
import type { Installation } from '../../shared/domain/staff.ts';
import { Button } from '../../shared/ui/button.tsx';
import { alert, offline, refresh } from '../../shared/ui/icons.ts';
import { EmptyState, Spinner } from '../../shared/ui/status.tsx';
import { ToastRegion } from '../../shared/ui/toast.tsx';
import { PreferencesProvider } from '../settings/preferences.tsx';
import { useText } from '../settings/text.ts';
import { shell } from '../settings/texts.ts';
import { notices } from '../view/notices.ts';
import { SessionGate } from './session-gate.tsx';
import { useLoadAny } from './use-load-any.ts';

/** The whole inbox: learns its installation, signs the reader in, and shows what he asked for. */
export function App() {
  return (
    <PreferencesProvider>
      <Start />
    </PreferencesProvider>
  );
}

function Start() {
  const t = useText(shell);
  const { value, retry } = useLoadAny(() => readInstallation(location.href));
  return (
    <>
      {value === null ? (
        <main class="centre">
          <Spinner label={t('loading')} />
        </main>
      ) : value.ok ? (
        <Installed installation={value.installation} />
      ) : (
        <Uninstalled error={value.error} onRetry={retry} />
      )}
      <ToastRegion toasts={notices} label={t('notices')} dismissLabel={t('dismiss')} />
    </>
  );
}

function Installed({ installation }: { installation: Installation }) {
  const backend = useMemo<Backend>(
    () =>
      openBackend({
        apiUrl: installation.apiUrl,
        publishableKey: installation.publishableKey,
        storage: localStorage,
      }),
    [installation],
  );
  useEffect(() => {
    document.title = `${installation.name} · Hearback`;
  }, [installation]);
  return <SessionGate backend={backend} name={installation.name} />;
}

/** The file that says which server to talk to is missing or wrong: for whoever set this inbox up. */
function Uninstalled({ error, onRetry }: { error: InstallationError; onRetry: () => void }) {
  const t = useText(shell);
  const away = error === 'offline';
  return (
    <main class="centre">
      <EmptyState
        icon={away ? offline : alert}
        title={t(away ? 'failure_offline_title' : 'uninstalled_title')}
        action={
          <Button icon={refresh} onClick={onRetry}>
            {t('retry')}
          </Button>
        }
      >
        <p>{t(away ? 'failure_offline' : 'uninstalled', { file: '/.well-known/hearback.json' })}</p>
      </EmptyState>
    </main>
  );
}
