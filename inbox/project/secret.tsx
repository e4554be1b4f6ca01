import { useState } from 'preact/hooks';
import { Button } from '../../shared/ui/button.tsx';
import { copy, eye, refresh } from '../../shared/ui/icons.ts';
import { useWorkplace } from '../app/workplace.ts';
import type { Failure } from '../data/result.ts';
import { useText } from '../settings/text.ts';
import { shell } from '../settings/texts.ts';
import { ConfirmDialog } from '../view/confirm-dialog.tsx';
import { notices } from '../view/notices.ts';
import { Code, useCopy } from './install/code.tsx';
import { signing } from './install/snippets.ts';
import { readSecret, rotateSecret } from './queries.ts';
import { Section } from './section.tsx';
import { texts } from './texts.ts';

/** The secret that the host product signs its users with: for owners and admins, and only when they ask. */
export function Secret() {
  const { backend, project, may } = useWorkplace();
  const t = useText(texts);
  const say = useText(shell);
  const copyText = useCopy();
  const [secret, setSecret] = useState<string | null>(null);
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState<'show' | 'copy' | 'rotate' | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [asking, setAsking] = useState(false);

  const fetched = async (why: 'show' | 'copy'): Promise<string | null> => {
    if (secret) return secret;
    setBusy(why);
    setFailure(null);
    const read = await readSecret(backend.db, project.id);
    setBusy(null);
    if (read.ok) setSecret(read.value);
    else setFailure(read.failure);
    return read.ok ? read.value : null;
  };
  const rotate = async () => {
    setBusy('rotate');
    setFailure(null);
    const made = await rotateSecret(backend.db, project.id);
    setBusy(null);
    setAsking(false);
    if (!made.ok) return setFailure(made.failure);
    setSecret(made.value);
    setShown(true);
    notices.show({ text: t('secret_changed') });
  };

  if (!may.run)
    return (
      <Section title={t('secret')} about={t('secret_about')}>
        <p class="quiet-box">{t('secret_not_for_you')}</p>
      </Section>
    );
  return (
    <Section title={t('secret')} about={t('secret_about')}>
      <div class="secret">
        <output class="secret-value" dir="ltr" aria-label={t('secret')}>
          {shown && secret ? secret : <span aria-hidden="true">{'•'.repeat(24)}</span>}
        </output>
        <div class="secret-tools">
          <Button
            icon={eye}
            busy={busy === 'show'}
            aria-pressed={shown}
            onClick={async () => setShown(!shown && (await fetched('show')) !== null)}
          >
            {t(shown ? 'hide' : 'show')}
          </Button>
          <Button
            icon={copy}
            busy={busy === 'copy'}
            onClick={async () => {
              const text = await fetched('copy');
              if (text) copyText(text);
            }}
          >
            {t('copy')}
          </Button>
          <Button variant="ghost" icon={refresh} onClick={() => setAsking(true)}>
            {t('rotate')}
          </Button>
        </div>
      </div>
      {failure && (
        <p class="form-failure" role="alert">
          {t('secret_failed')} {say(`failure_${failure}`)}
        </p>
      )}
      <details class="signing">
        <summary>{t('signing')}</summary>
        <Code label={t('signing')} text={signing} />
        <p class="hb-hint">{t('signing_hint')}</p>
      </details>
      {asking && (
        <ConfirmDialog
          title={t('rotate_title')}
          action={t('rotate_do')}
          busy={busy === 'rotate'}
          onConfirm={() => void rotate()}
          onClose={() => setAsking(false)}
        >
          <p>{t('rotate_text')}</p>
          <p>{t('rotate_after')}</p>
        </ConfirmDialog>
      )}
    </Section>
  );
}
