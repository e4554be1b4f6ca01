import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../shared/ui/button.tsx';
import * as icons from '../../shared/ui/icons.ts';
import { TextArea } from '../../shared/ui/text-field.tsx';
import { usePanel } from '../app/panel.ts';
import { useWords } from '../app/words.ts';
import { checkText } from '../form/check.ts';
import { type Attachment, outgoingAttachments } from '../picture/attachment.ts';
import { useAttachments } from '../picture/attachments.tsx';
import { beforeSend, filesOf } from '../sending/before-send.ts';
import { openSender } from '../sending/open.ts';
import { useConversationWords } from './words.ts';

/** The visitor's answer, with pictures and files; it goes through the outbox like everything he writes. */
export function ReplyForm({ conversation }: { conversation: string }) {
  const { core } = usePanel();
  const app = useWords().t;
  const { t } = useConversationWords();
  const key = `reply:${conversation}`;
  const [text, setText] = useState(() => core.store.get(key) ?? '');
  const [list, setList] = useState<readonly Attachment[]>([]);
  const [error, setError] = useState<string | undefined>(undefined);
  const [sending, setSending] = useState(false);
  const attachments = useAttachments(list, setList);

  // It may be needed without a network.
  const begun = text !== '';
  useEffect(() => {
    if (begun) import('../sending/sending-view.tsx').catch(core.report);
  }, [core, begun]);

  const write = (value: string) => {
    setText(value);
    setError(undefined);
    core.store.set(key, value.trim() ? value : null);
  };
  const send = async () => {
    const outgoing = outgoingAttachments(list);
    const checked = await beforeSend(core, { type: 'reply', body: text.trim(), files: filesOf(outgoing) });
    if (!checked) {
      setError(t('vetoed'));
      return;
    }
    const sender = await openSender(core);
    await sender.enqueue({
      kind: 'reply',
      payload: { conversation, body: checked.body ?? '', attachments: outgoing },
      lane: conversation,
    });
    write('');
    setList([]);
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    if (sending || attachments.busy) return;
    const problem = checkText(text);
    if (problem) {
      setError(problem.kind === 'long' ? app('textLong', { count: problem.by }) : app('textMissing'));
      return;
    }
    setSending(true);
    await send().catch((cause) => {
      core.report(cause);
      setError(app('unavailable'));
    });
    setSending(false);
  };

  return (
    <form class="reply" noValidate>
      <TextArea label={t('reply')} rows={3} dir="auto" value={text} onValue={write} error={error} />
      {attachments.view}
      {/* Above a phone's keyboard and below long texts it stays in sight. */}
      <div class="actions">
        {/* On the button, as in the form for a new message. */}
        <Button
          type="submit"
          variant="primary"
          icon={icons.send}
          busy={sending || attachments.busy}
          onClick={submit}
        >
          {t('send')}
        </Button>
      </div>
    </form>
  );
}
