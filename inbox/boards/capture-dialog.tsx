import { useState } from 'preact/hooks';
import { limits } from '../../shared/domain/limits.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { TextArea, TextField } from '../../shared/ui/field.tsx';
import { pencil, trash } from '../../shared/ui/icons.ts';
import { Skeleton } from '../../shared/ui/status.tsx';
import { useWorkplace } from '../app/workplace.ts';
import { type Failure, type Result, succeed } from '../data/result.ts';
import { useLoad } from '../data/use-load.ts';
import { named } from '../pictures/marks/marks.ts';
import { MarksList } from '../pictures/marks/marks-list.tsx';
import { pictures } from '../pictures/marks/texts.ts';
import { Thumbnail } from '../pictures/thumbnail.tsx';
import { PictureViewer } from '../pictures/viewer.tsx';
import { useText } from '../settings/text.ts';
import { shell } from '../settings/texts.ts';
import { FailureState } from '../view/failure.tsx';
import { notices } from '../view/notices.ts';
import { CaptureFacts } from './capture-facts.tsx';
import { type Board, type Capture, deleteCapture, readCapture, saveCapture } from './queries.ts';
import { boards } from './texts.ts';

/** A capture in full. A link may lead to one that its board has not loaded: then it is read. */
export function CaptureDialog(props: {
  board: Board;
  id: string;
  known: Capture | undefined;
  onClose: () => void;
  onSaved: (capture: Capture) => void;
  onDeleted: (id: string) => void;
}) {
  const { board, id, known, onClose } = props;
  const { backend, may } = useWorkplace();
  const t = useText(boards);
  const say = useText(shell);
  const drawn = useText(pictures);
  const { load, retry, change } = useLoad(
    async () => (known ? succeed(known) : readCapture(backend.db, board, id)),
    [id],
  );
  const [mode, setMode] = useState<'read' | 'edit' | 'delete'>('read');
  const [words, setWords] = useState({ title: '', note: '' });
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [large, setLarge] = useState(false);
  const capture = load.state === 'ready' ? load.value : null;
  const titleProblem =
    words.title.trim() === ''
      ? t('title_empty')
      : words.title.length > limits.titleLength
        ? t('title_too_long')
        : undefined;
  const noteProblem = words.note.length > limits.messageLength ? t('note_too_long') : undefined;

  const act = async (work: () => Promise<Result<unknown>>, done: () => void) => {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    const result = await work();
    setBusy(false);
    if (result.ok) done();
    else setFailure(result.failure);
  };
  const save = () => {
    if (!capture || titleProblem || noteProblem) return;
    const next = { title: words.title.trim(), note: words.note.trim() };
    void act(
      () => saveCapture(backend.db, board, id, next),
      () => {
        change((held) => ({ ...held, ...next }));
        props.onSaved({ ...capture, ...next });
        setMode('read');
        notices.show({ text: t('capture_saved') });
      },
    );
  };
  const remove = () => {
    if (!capture) return;
    void act(
      () => deleteCapture(backend, board, capture),
      () => {
        notices.show({ text: t('capture_deleted') });
        props.onDeleted(id);
      },
    );
  };

  const footer = capture && may.file && (
    <>
      {mode === 'read' && (
        <>
          <Button icon={trash} variant="ghost" onClick={() => setMode('delete')}>
            {t('delete')}
          </Button>
          <Button
            icon={pencil}
            onClick={() => {
              setWords({ title: capture.title, note: capture.note });
              setMode('edit');
            }}
          >
            {t('edit')}
          </Button>
        </>
      )}
      {mode === 'edit' && (
        <>
          <Button onClick={() => setMode('read')}>{say('cancel')}</Button>
          <Button variant="primary" busy={busy} onClick={save}>
            {t('save')}
          </Button>
        </>
      )}
      {mode === 'delete' && (
        <>
          <span class="confirm-question">{t('delete_question')}</span>
          <Button onClick={() => setMode('read')}>{say('cancel')}</Button>
          <Button variant="danger" busy={busy} onClick={remove}>
            {t('delete')}
          </Button>
        </>
      )}
    </>
  );

  return (
    <Dialog
      title={capture?.title ?? t('capture')}
      closeLabel={say('close')}
      width="960px"
      onClose={onClose}
      footer={footer || undefined}
    >
      {load.state === 'loading' && <Skeleton lines={5} label={t('loading')} />}
      {load.state === 'failed' && <FailureState failure={load.failure} onRetry={retry} />}
      {failure && (
        <p class="form-failure" role="alert">
          {t('not_done')} {say(`failure_${failure}`)}
        </p>
      )}
      {capture && (
        <>
          <Thumbnail
            class="capture-full"
            bucket="captures"
            picture={capture}
            alt={capture.title}
            label={named(t('open_full'), capture.annotation, drawn)}
            onOpen={() => setLarge(true)}
          />
          <MarksList annotation={capture.annotation} />
          {mode === 'edit' ? (
            <form
              class="capture-form"
              onSubmit={(event) => {
                event.preventDefault();
                save();
              }}
            >
              <TextField
                label={t('field_title')}
                value={words.title}
                error={titleProblem}
                onValue={(title) => setWords({ ...words, title })}
              />
              <TextArea
                label={t('field_note')}
                value={words.note}
                error={noteProblem}
                onValue={(note) => setWords({ ...words, note })}
              />
            </form>
          ) : (
            <CaptureFacts capture={capture} />
          )}
        </>
      )}
      {large && capture && (
        <PictureViewer
          bucket="captures"
          pictures={[capture]}
          start={capture.id}
          onClose={() => setLarge(false)}
        />
      )}
    </Dialog>
  );
}
