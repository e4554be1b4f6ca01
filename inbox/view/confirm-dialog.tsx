import type { ComponentChildren } from 'preact';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { useText } from '../settings/text.ts';
import { shell } from '../settings/texts.ts';

/** Asks before something is done that cannot be undone. The children say what that is. */
export function ConfirmDialog(props: {
  title: string;
  /** What is done, on the button that does it. */
  action: string;
  /** On the button that does nothing. Default "Cancel". */
  stay?: string;
  busy?: boolean;
  /** Whether it cannot be done yet. */
  waiting?: boolean;
  onConfirm: () => void;
  onClose: () => void;
  children: ComponentChildren;
}) {
  const { title, action, stay, busy, waiting, onConfirm, onClose, children } = props;
  const t = useText(shell);
  return (
    <Dialog
      title={title}
      closeLabel={t('close')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{stay ?? t('cancel')}</Button>
          <Button
            variant="danger"
            busy={busy}
            aria-disabled={waiting}
            onClick={() => {
              if (!waiting) onConfirm();
            }}
          >
            {action}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
