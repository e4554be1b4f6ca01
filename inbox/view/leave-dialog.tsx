import { useState } from 'preact/hooks';
import { useLeaveGuard } from '../routing/router.ts';
import { useText } from '../settings/text.ts';
import { shell } from '../settings/texts.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';

/** Asks before a change of screen throws away what is `unsaved`; `text` says what that is. */
export function LeaveDialog({ unsaved, text }: { unsaved: boolean; text: string }) {
  const t = useText(shell);
  const [go, setGo] = useState<(() => void) | null>(null);
  useLeaveGuard(unsaved, (next) => setGo(() => next));
  if (!go) return null;
  return (
    <ConfirmDialog
      title={t('leave_title')}
      action={t('leave')}
      stay={t('stay')}
      onConfirm={() => {
        setGo(null);
        go();
      }}
      onClose={() => setGo(null)}
    >
      <p>{text}</p>
    </ConfirmDialog>
  );
}
