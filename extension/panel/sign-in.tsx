import { useRef, useState } from 'preact/hooks';
import { Button } from '../../shared/ui/button.tsx';
import { TextField } from '../../shared/ui/field.tsx';
import { ask } from '../messages/ask.ts';
import type { AskError, Status } from '../messages/protocol.ts';
import { useFrame } from '../views/app-frame.tsx';
import { Notice } from '../views/notice.tsx';

/** Signs a member in, with the account he has in the inbox. */
export function SignIn({ status, refresh }: { status: Status; refresh: () => Promise<void> }) {
  const { t } = useFrame();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [error, setError] = useState<AskError | 'empty' | null>(null);
  const [busy, setBusy] = useState(false);

  const form = useRef<HTMLFormElement>(null);

  const onSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    if (!email.trim() || !password) {
      setError('empty');
      form.current?.querySelector<HTMLElement>(email.trim() ? '[type=password]' : '[type=email]')?.focus();
      return;
    }
    setBusy(true);
    setError(null);
    const answer = await ask('sign-in', { email: email.trim(), password });
    setBusy(false);
    if (answer.ok) await refresh();
    else setError(answer.error);
  };

  return (
    <form ref={form} class="panel-form" onSubmit={onSubmit} noValidate>
      <div class="panel-intro">
        <h2 tabIndex={-1}>{t('signInTitle')}</h2>
        <p>{t('signInText', { name: status.connection?.name ?? '' })}</p>
        <p class="panel-address">{status.connection?.inboxUrl}</p>
      </div>
      {status.queue.length > 0 && <Notice>{t('queueSignedOut')}</Notice>}
      <TextField
        label={t('email')}
        type="email"
        autocomplete="username"
        value={email}
        onValue={setEmail}
        required
      />
      <TextField
        label={t('password')}
        type="password"
        autocomplete="current-password"
        value={password}
        onValue={setPassword}
        required
      />
      {error && <Notice tone="danger">{t(`error.${error}`)}</Notice>}
      <Button type="submit" variant="primary" busy={busy}>
        {t('signIn')}
      </Button>
      <Button
        variant="ghost"
        onClick={async () => {
          await ask('disconnect', null);
          await refresh();
        }}
      >
        {t('changeInbox')}
      </Button>
    </form>
  );
}
