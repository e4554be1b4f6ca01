import { useRef, useState } from 'preact/hooks';
import type { Backend, SignInError } from '../../shared/backend/backend.ts';
import { Button } from '../../shared/ui/button.tsx';
import { TextField } from '../../shared/ui/field.tsx';
import { useText } from '../settings/text.ts';
import { shell } from '../settings/texts.ts';
import { LanguageSwitch } from '../shell/switches.tsx';

/** E-mail and password. `ended`: the reader was signed in and is no longer. */
export function SignIn({ backend, name, ended }: { backend: Backend; name: string; ended: boolean }) {
  const t = useText(shell);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<SignInError | 'empty' | null>(null);
  const form = useRef<HTMLFormElement>(null);

  const submit = async () => {
    if (busy) return;
    if (email.trim() === '' || password === '') {
      setError('empty');
      form.current
        ?.querySelector<HTMLInputElement>(email.trim() === '' ? '[type=email]' : '[type=password]')
        ?.focus();
      return;
    }
    setBusy(true);
    setError(null);
    const result = await backend.signIn(email.trim(), password);
    setBusy(false);
    if (result.ok) return;
    setError(result.error);
    form.current?.querySelector<HTMLInputElement>('[type=password]')?.focus();
  };
  return (
    <main class="sign-in">
      <form
        ref={form}
        noValidate
        class="sign-in-form"
        aria-labelledby="sign-in-title"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <img src="./mark.svg" alt="" width={36} height={36} />
        <div>
          <h1 id="sign-in-title">{t('sign_in_title')}</h1>
          <p class="muted">{name}</p>
        </div>
        {ended && (
          <p class="sign-in-ended" role="status">
            {t('session_ended')}
          </p>
        )}
        <TextField
          type="email"
          label={t('email')}
          name="email"
          autocomplete="username"
          autofocus
          required
          value={email}
          onValue={setEmail}
        />
        <TextField
          type="password"
          label={t('password')}
          name="password"
          autocomplete="current-password"
          required
          value={password}
          onValue={setPassword}
        />
        <p class="hb-error" role="alert" hidden={!error}>
          {error && t(`sign_in_${error}`)}
        </p>
        <Button type="submit" variant="primary" busy={busy}>
          {t('sign_in')}
        </Button>
      </form>
      <LanguageSwitch />
    </main>
  );
}
