import { useState } from 'preact/hooks';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { TextField } from '../../shared/ui/field.tsx';
import type { Failure, Result } from '../data/result.ts';
import { useText } from '../settings/text.ts';
import { shell } from '../settings/texts.ts';
import { boards } from './texts.ts';

const longest = 100;

/** Asks for a board's name, for a new board and for renaming. */
export function BoardNameDialog(props: {
  title: string;
  action: string;
  name: string;
  save: (name: string) => Promise<Result<string>>;
  onSaved: (value: string) => void;
  onClose: () => void;
}) {
  const t = useText(boards);
  const say = useText(shell);
  const [name, setName] = useState(props.name);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<'empty' | 'too_long' | Failure | null>(null);

  const submit = async () => {
    const wanted = name.trim();
    if (busy) return;
    if (wanted === '' || wanted.length > longest) return setProblem(wanted === '' ? 'empty' : 'too_long');
    setBusy(true);
    const result = await props.save(wanted);
    setBusy(false);
    if (!result.ok) return setProblem(result.failure);
    props.onClose();
    props.onSaved(result.value);
  };
  const error =
    problem === null
      ? undefined
      : problem === 'empty'
        ? t('name_empty')
        : problem === 'too_long'
          ? t('name_too_long', { limit: longest })
          : problem === 'conflict'
            ? t('name_taken')
            : say(`failure_${problem}`);
  return (
    <Dialog
      title={props.title}
      closeLabel={say('close')}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{say('cancel')}</Button>
          <Button variant="primary" busy={busy} onClick={() => void submit()}>
            {props.action}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextField autofocus label={t('board_name')} value={name} error={error} onValue={setName} />
      </form>
    </Dialog>
  );
}
