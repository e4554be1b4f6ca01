import { useState } from 'preact/hooks';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { useLeaveGuard } from '../routing/router.ts';
import { useText } from '../settings/text.ts';
import { shell } from '../settings/texts.ts';

/** Asks before a change of screen throws away what is `unsaved`; `text` says what that is. */
export function LeaveDialog({ unsaved, text }: { unsaved: boolean; text: string }) {
  const t = useText(shell);
  const [go, setGo] = useState<(() => void) | null>(null);
  useLeaveGuard(unsaved, (next) => setGo(() => next));
  if (!go) return null;
  return (
    <Dialog
      title={t('leave_title')}
      closeLabel={t('close')}
      onClose={() => setGo(null)}
      footer={
        <>
          <Button onClick={() => setGo(null)}>{t('stay')}</Button>
          <Button
            variant="danger"
            onClick={() => {
              setGo(null);
              go();
            }}
          >
            {t('leave')}
          </Button>
        </>
      }
    >
      <p>{text}</p>
    </Dialog>
  );
}
