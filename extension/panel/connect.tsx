import { useState } from 'preact/hooks';
import { Button } from '../../shared/ui/button.tsx';
import { TextField } from '../../shared/ui/field.tsx';
import { ask } from '../messages/ask.ts';
import type { AskError } from '../messages/protocol.ts';
import { useFrame } from '../views/app-frame.tsx';

/** Where `npm start` serves the inbox. */
const proposed = 'http://127.0.0.1:5173';

/** Asks once for the address of the team's inbox. */
export function Connect({ refresh }: { refresh: () => Promise<void> }) {
  const { t } = useFrame();
  const [address, setAddress] = useState(proposed);
  const [error, setError] = useState<AskError | null>(null);
  const [busy, setBusy] = useState(false);

  const onSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setError(null);
    const answer = await ask('connect', { address });
    setBusy(false);
    if (answer.ok) await refresh();
    else setError(answer.error);
  };

  return (
    <form class="panel-form" onSubmit={onSubmit} noValidate>
      <div class="panel-intro">
        <h2 tabIndex={-1}>{t('connectTitle')}</h2>
        <p>{t('connectText')}</p>
      </div>
      <TextField
        label={t('connectLabel')}
        type="url"
        inputMode="url"
        autocomplete="url"
        spellcheck={false}
        value={address}
        onValue={setAddress}
        error={error ? t(`error.${error}`) : undefined}
      />
      <Button type="submit" variant="primary" busy={busy}>
        {t('connect')}
      </Button>
    </form>
  );
}
