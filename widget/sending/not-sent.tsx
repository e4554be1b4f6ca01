import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../shared/ui/button.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import * as icons from '../../shared/ui/icons.ts';
import { usePanel } from '../app/panel.ts';
import { FileStates } from './file-states.tsx';
import { nextTry } from './next-try.ts';
import type { Sender, Unsent } from './open.ts';
import type { OutgoingConversation } from './outgoing.ts';
import { Trouble } from './trouble.tsx';
import { useAnnouncement } from './use-announcement.ts';
import { withoutFile } from './without-file.ts';
import { useSendingWords } from './words.ts';

export type Edit = (refused: OutgoingConversation) => Promise<void>;
type Props = { entry: Unsent; sender: Sender; edit: Edit; asking: boolean; ask: (asking: boolean) => void };

/** Why it is not sent, when it is tried again, and every way out. */
export function NotSent({ entry, sender, edit, asking, ask }: Props) {
  const { go } = usePanel();
  const t = useSendingWords();
  const now = useNow();
  const refused = entry.state === 'refused';
  const wait = nextTry(entry.nextAttemptAt, now);
  // No answer came; whose fault that is the browser knows: a network it has, or none.
  const code = entry.error?.code === 'offline' && navigator.onLine ? 'unavailable' : entry.error?.code;
  const reason = code ? t(code) : '';
  const body = bodyOf(entry);
  const headline = refused ? t('refused') : t(wait.phrase, 'count' in wait ? { count: wait.count } : {});
  // The seconds are not said aloud one by one.
  useAnnouncement(`${refused ? headline : ''} ${reason}`.trim());
  const element = useRef<HTMLDivElement>(null);
  const asked = useRef(asking);
  // The button that was pressed is gone: on to the answer that loses nothing, and back.
  useLayoutEffect(() => {
    if (asked.current === asking) return;
    asked.current = asking;
    const next = asking ? '.question button' : '.choices > :last-child';
    element.current?.querySelector<HTMLElement>(next)?.focus();
  }, [asking]);
  return (
    <div class={refused ? 'outcome bad' : 'outcome'} ref={element}>
      <Icon path={refused ? icons.alert : icons.clock} size={28} />
      <h3>{headline}</h3>
      <p>{reason}</p>
      <Trouble entry={entry} sender={sender} />
      {body && (
        <blockquote>
          <p dir="auto">{body}</p>
        </blockquote>
      )}
      <FileStates entry={entry} sender={sender} />
      <div class="choices">
        <WaysOn entry={entry} sender={sender} edit={edit} />
        {!asking && <Button onClick={() => ask(true)}>{t('discard')}</Button>}
      </div>
      {asking && (
        <div class="question" role="alert">
          <p>{t('discardQuestion')}</p>
          <div class="choices">
            <Button onClick={() => ask(false)}>{t('keep')}</Button>
            <Button
              variant="danger"
              onClick={async () => {
                await sender.discard(entry.id);
                go({ at: 'home' });
              }}
            >
              {t('discard')}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}

/** Refusals that the same message gets again, however often it is sent. */
const forGood = ['invalid_request', 'too_large', 'unsupported_image', 'unsupported_file', 'closed'];

function WaysOn({ entry, sender, edit }: Pick<Props, 'entry' | 'sender' | 'edit'>) {
  const { core, go } = usePanel();
  const t = useSendingWords();
  const { id, error } = entry;
  const again = (variant: 'primary' | 'secondary') => (
    <Button variant={variant} onClick={() => sender.retry(id)}>
      {t('retry')}
    </Button>
  );
  if (entry.state !== 'refused' || entry.kind === 'response') return again('primary');
  const { payload } = entry;
  const { attachments } = payload;
  const place = attachments.findIndex(({ key }) => key === error?.field);
  const file = attachments[place];
  if (entry.kind === 'reply' && error?.code === 'closed') {
    return (
      <Button
        variant="primary"
        onClick={() => go({ at: 'thread', conversation: entry.payload.conversation })}
      >
        {t('open')}
      </Button>
    );
  }
  const change = async () => {
    if (entry.kind === 'conversation') await edit(entry.payload);
    else {
      const { conversation, body } = entry.payload;
      core.store.set(`reply:${conversation}`, body);
      go({ at: 'thread', conversation });
    }
    await sender.discard(id);
  };
  return (
    <>
      {file && (
        <Button variant="primary" onClick={() => withoutFile(sender, entry, file.key)}>
          {t('removeFile', { name: file.name || t('picture', { count: place + 1 }) })}
        </Button>
      )}
      {/* The files of a reply cannot go back to where it was written. */}
      {(entry.kind === 'conversation' || attachments.length === 0) && (
        <Button variant={file ? 'secondary' : 'primary'} onClick={change}>
          {t('edit')}
        </Button>
      )}
      {!forGood.includes(error?.code ?? '') && again('secondary')}
    </>
  );
}

function bodyOf(entry: Unsent): string {
  if (entry.kind === 'conversation') return entry.payload.request.body;
  return entry.kind === 'reply' ? entry.payload.body : '';
}

/** The time, moving on every second. */
function useNow(): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
