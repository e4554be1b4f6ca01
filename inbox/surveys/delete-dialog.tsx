import { useEffect, useState } from 'preact/hooks';
import { Spinner } from '../../shared/ui/spinner.tsx';
import { useWorkplace } from '../app/workplace.ts';
import { useText } from '../settings/text.ts';
import { shell } from '../settings/texts.ts';
import { ConfirmDialog } from '../view/confirm-dialog.tsx';
import { notices } from '../view/notices.ts';
import { countResponses, deleteSurvey } from './queries.ts';
import { surveys } from './texts.ts';

/** Asks before a survey goes with all that was answered to it, and says how much that is. */
export function DeleteDialog(props: {
  survey: { id: string; name: string; projectId: string };
  onClose: () => void;
  onDeleted: () => void;
}) {
  const { survey, onClose, onDeleted } = props;
  const { backend } = useWorkplace();
  const t = useText(surveys);
  const say = useText(shell);
  const [count, setCount] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    void countResponses(backend.db, survey.projectId, survey.id).then((result) =>
      result.ok ? setCount(result.value) : setFailure(say(`failure_${result.failure}`)),
    );
  }, []);

  const remove = async () => {
    setBusy(true);
    const result = await deleteSurvey(backend.db, survey.projectId, survey.id);
    setBusy(false);
    if (!result.ok) return setFailure(say(`failure_${result.failure}`));
    onClose();
    notices.show({ text: t('notice_deleted') });
    onDeleted();
  };
  return (
    <ConfirmDialog
      title={t('delete_title')}
      action={t('delete')}
      busy={busy}
      waiting={count === null}
      onConfirm={() => void remove()}
      onClose={onClose}
    >
      {failure ? (
        <p role="alert">{failure}</p>
      ) : count === null ? (
        <Spinner />
      ) : (
        <p>{t('delete_text', { name: survey.name, count })}</p>
      )}
    </ConfirmDialog>
  );
}
