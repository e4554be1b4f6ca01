import { Button } from '../../../shared/ui/button.tsx';
import { Dialog } from '../../../shared/ui/dialog.tsx';
import { useFrame } from '../../views/app-frame.tsx';

/** Asks before a capture called `title` is thrown away, be it a draft or one that waits. */
export function DiscardDialog(props: { title: string; onClose: () => void; onDiscard: () => void }) {
  const { t } = useFrame();
  return (
    <Dialog
      title={t('discardTitle')}
      closeLabel={t('close')}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          <Button variant="danger" onClick={props.onDiscard}>
            {t('discard')}
          </Button>
        </>
      }
    >
      <p>{t('discardText', { title: props.title })}</p>
    </Dialog>
  );
}
