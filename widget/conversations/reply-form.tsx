import { useState } from 'preact/hooks';
import { Button } from '../../shared/ui/button.tsx';
import { TextArea } from '../../shared/ui/field.tsx';
import * as icons from '../../shared/ui/icons.ts';
import { usePanel } from '../app/panel.ts';
import { useWords } from '../app/words.ts';
import { checkText } from '../form/check.ts';
import { outgoingPictures, type Picture } from '../picture/picture.ts';
import { usePictures } from '../picture/pictures.tsx';
import { openSender } from '../sending/open.ts';
import { useConversationWords } from './words.ts';

/** The visitor's answer, with pictures; it goes through the outbox like everything he writes. */
export function ReplyForm({ conversation }: { conversation: string }) {
  const { core } = usePanel();
  const app = useWords().t;
  const { t } = useConversationWords();
  const key = `reply:${conversation}`;
  const [text, setText] = useState(() => core.store.get(key) ?? '');
  const [list, setList] = useState<readonly Picture[]>([]);
  const [error, setError] = useState<string | undefined>(undefined);
  const [sending, setSending] = useState(false);
  const pictures = usePictures(list, setList);

  const write = (value: string) => {
    setText(value);
    setError(undefined);
    core.store.set(key, value.trim() ? value : null);
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    if (sending || pictures.busy) return;
    const problem = checkText(text);
    if (problem) {
      setError(problem.kind === 'long' ? app('textLong', { count: problem.by }) : app('textMissing'));
      return;
    }
    setSending(true);
    try {
      const sender = await openSender(core);
      await sender.enqueue({
        kind: 'reply',
        payload: { conversation, body: text.trim(), attachments: outgoingPictures(list) },
        lane: conversation,
      });
      write('');
      setList([]);
    } catch (problem) {
      core.report(problem);
      setError(app('unavailable'));
    }
    setSending(false);
  };

  return (
    <form class="reply" noValidate {...pictures.on}>
      <TextArea label={t('reply')} rows={3} value={text} onValue={write} error={error} />
      {pictures.view}
      {/* On the button, as in the form for a new message. */}
      <Button
        type="submit"
        variant="primary"
        icon={icons.send}
        busy={sending || pictures.busy}
        onClick={submit}
      >
        {t('send')}
      </Button>
    </form>
  );
}
