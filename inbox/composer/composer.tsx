import './composer.css';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { limits } from '../../shared/domain/limits.ts';
import { Button } from '../../shared/ui/button.tsx';
import { SegmentedControl } from '../../shared/ui/choice.tsx';
import { TextArea } from '../../shared/ui/field.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { lock, send as sendIcon } from '../../shared/ui/icons.ts';
import { useWorkplace } from '../app/workplace.ts';
import { conversations } from '../conversations/texts.ts';
import { readText, writeText } from '../settings/local.ts';
import { useText } from '../settings/text.ts';
import { shell } from '../settings/texts.ts';
import { useShortcut } from '../shortcuts/use-shortcut.ts';
import type { Message } from '../thread/queries.ts';
import { LeaveDialog } from '../view/leave-dialog.tsx';
import { notices } from '../view/notices.ts';
import { type Draft, keepDraft, type Mode, readDraft } from './drafts.ts';
import { sendMessage } from './send-message.ts';
import { AttachButton, filesOf, useDrop } from './uploads/attach.tsx';
import { hindrance, inputsOf } from './uploads/parcel.ts';
import { ParcelsPart } from './uploads/parcels-part.tsx';
import { useParcels } from './uploads/use-parcels.ts';

const store = { read: readText, write: writeText };
const newKey = () => crypto.randomUUID();

/** Where staff write. Reply and note keep drafts of their own; each draft is written once, however often it is sent. */
export function Composer(props: {
  conversation: string;
  project: string;
  onSent: (message: Message) => void;
}) {
  const { conversation, project, onSent } = props;
  const { backend, me } = useWorkplace();
  const t = useText(conversations);
  const say = useText(shell);
  const box = useRef<HTMLFormElement>(null);
  const [mode, setMode] = useState<Mode>('reply');
  const placeOf = (of: Mode) => ({ member: me.id, conversation, mode: of });
  const [drafts, setDrafts] = useState<Record<Mode, Draft>>(() => ({
    reply: readDraft(store, placeOf('reply'), newKey),
    note: readDraft(store, placeOf('note'), newKey),
  }));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const sending = useRef(false);
  const wantsFocus = useRef(false);
  const uploads = { reply: useParcels(project), note: useParcels(project) };
  const draft = drafts[mode];
  const held = uploads[mode];
  const blocked = hindrance(held.parcels);
  const body = draft.text.trim();
  const tooLong = draft.text.length > limits.messageLength;

  const add = (files: readonly File[]) => {
    if (sending.current || files.length === 0) return;
    setProblem(null);
    const left = held.add(files);
    if (left > 0) setProblem(t('too_many_files', { most: limits.attachments }));
  };
  const over = useDrop(box, add);
  const change = (of: Mode, next: Draft) => {
    keepDraft(store, placeOf(of), next);
    setDrafts((held) => ({ ...held, [of]: next }));
  };
  const focusBox = () => box.current?.querySelector('textarea')?.focus();
  const focus = (next: Mode) => {
    // The other mode has another box, which is there after the next drawing.
    if (next === mode) return focusBox();
    setMode(next);
    wantsFocus.current = true;
  };
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    focusBox();
  });
  useShortcut('reply', () => focus('reply'));
  useShortcut('note', () => focus('note'));
  useShortcut('send', () => {
    if (!box.current?.contains(document.activeElement)) return false;
    void submit();
    return true;
  });

  async function submit(): Promise<void> {
    if (sending.current || tooLong) return;
    if (body === '') {
      if (held.parcels.length > 0) setProblem(t('files_need_words'));
      return;
    }
    if (blocked) return setProblem(t(`files_${blocked}`));
    sending.current = true;
    setBusy(true);
    setProblem(null);
    const internal = mode === 'note';
    const outcome = await sendMessage(backend.db, {
      project,
      conversation,
      internal,
      body,
      key: draft.key,
      uploads: inputsOf(held.parcels),
    });
    sending.current = false;
    setBusy(false);
    if (outcome.kind === 'failed') {
      setProblem(`${t('not_sent')} ${say(`failure_${outcome.failure}`)}`);
      return;
    }
    onSent(outcome.message);
    if (outcome.kind === 'earlier') {
      change(mode, { ...draft, key: newKey() });
      held.forget([...outcome.message.pictures, ...outcome.message.files].map(({ id }) => id));
      setProblem(t('earlier_sent'));
      return;
    }
    change(mode, { text: '', key: newKey() });
    held.clear();
    notices.show({ text: t(internal ? 'note_kept' : 'reply_sent') });
    wantsFocus.current = true;
  }

  return (
    <form
      ref={box}
      class={`composer composer-${mode}`}
      aria-label={t('composer')}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div class="composer-mode">
        <SegmentedControl
          label={t('mode')}
          value={mode}
          options={[
            { value: 'reply', label: t('mode_reply') },
            { value: 'note', label: t('mode_note') },
          ]}
          onChange={(next) => {
            setProblem(null);
            setMode(next);
          }}
        />
        {mode === 'note' && (
          <span class="composer-hint">
            <Icon path={lock} size={16} /> {t('note_hint')}
          </span>
        )}
      </div>
      <TextArea
        key={mode}
        label={t(mode === 'reply' ? 'reply_label' : 'note_label')}
        labelHidden
        placeholder={t(mode === 'reply' ? 'reply_label' : 'note_label')}
        rows={3}
        value={draft.text}
        readOnly={busy}
        error={
          tooLong
            ? t('too_long', { count: draft.text.length - limits.messageLength })
            : (problem ?? undefined)
        }
        onValue={(text) => change(mode, { ...draft, text })}
        onPaste={(event) => {
          const files = filesOf(event.clipboardData);
          // A cell of a spreadsheet comes as text and as a picture of it: the text is meant.
          if (files.length === 0 || event.clipboardData?.getData('text/plain')) return;
          event.preventDefault();
          add(files);
        }}
      />
      <ParcelsPart held={held} busy={busy} onProblem={setProblem} />
      {over && <p class="composer-drop">{t('drop_here')}</p>}
      <div class="composer-foot">
        <AttachButton onFiles={add} full={busy || held.parcels.length >= limits.attachments} />
        <span class="hb-sr" role="status">
          {blocked === 'waiting' ? t('files_waiting') : ''}
        </span>
        <span class="composer-keys">{t('send_keys')}</span>
        <Button
          type="submit"
          variant="primary"
          icon={sendIcon}
          busy={busy}
          disabled={tooLong || (body === '' && held.parcels.length === 0)}
        >
          {t(mode === 'reply' ? 'send_reply' : 'keep_note')}
        </Button>
      </div>
      <LeaveDialog
        unsaved={uploads.reply.parcels.length + uploads.note.parcels.length > 0}
        text={t('leave_files')}
      />
    </form>
  );
}
