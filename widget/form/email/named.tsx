import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../../shared/ui/button.tsx';
import { usePanel } from '../../app/panel.ts';
import { addSheet } from '../../frame/sheet.ts';
import { useContextWords } from '../context/words.ts';
import { emailOf } from './email.ts';
import css from './named.css?inline';

/**
 * In place of the field for an address, for whom the page has named: where the answer goes besides, and the way to
 * another one. `write` is called with the address to begin with; empty where the page has told none.
 */
export function Named({ write }: { write: (email: string) => void }) {
  const { core } = usePanel();
  const { t } = useContextWords();
  const [email, setEmail] = useState('');
  addSheet(core.shadow, css);
  useEffect(() => {
    emailOf(core).then((known) => (known ? setEmail(known) : write('')), core.report);
  }, [core]);
  return email ? (
    <div class="known">
      <p class="quiet">{t('emailKnown', { email })}</p>
      <Button
        variant="ghost"
        onClick={({ currentTarget }) => {
          const fields = currentTarget.closest('.fields');
          write(email);
          // Into the field that takes this place.
          requestAnimationFrame(() => fields?.querySelector<HTMLElement>('[type=email]')?.focus());
        }}
      >
        {t('emailOther')}
      </Button>
    </div>
  ) : null;
}
