import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../shared/ui/button.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import * as icons from '../../shared/ui/icons.ts';
import status from '../../shared/ui/status.css?inline';
import { Spinner } from '../../shared/ui/status.tsx';
import { usePanel } from '../app/panel.ts';
import { addSheet } from '../frame/sheet.ts';
import { nextTry } from './next-try.ts';
import type { Sender, Unsent } from './open.ts';
import type { OutgoingConversation, Receipt } from './outgoing.ts';
import css from './sending.css?inline';
import { useEntries, useSender } from './use-entries.ts';
import { useSendingWords } from './words.ts';

type Edit = (refused: OutgoingConversation) => Promise<void>;

/** One message from "sending" to "received": the latter only once the server has said so. */
export function SendingView({ id, edit }: { id: string; edit: Edit }) {
  const { core } = usePanel();
  addSheet(core.shadow, status);
  addSheet(core.shadow, css);
  // Kept here: a retry that begins meanwhile must not take the question away from who is reading it.
  const [asking, ask] = useState(false);
  const sender = useSender();
  const entry = useEntries().find((each) => each.id === id);
  if (!sender || !entry) return <Sending />;
  if (entry.state === 'sent') return <Received receipt={entry.receipt} />;
  // The first try begins at once; until it has failed there is nothing to say about waiting.
  if (entry.state === 'sending' || (entry.state === 'waiting' && !entry.error)) return <Sending />;
  return <NotSent entry={entry} sender={sender} edit={edit} asking={asking} ask={() => ask(true)} />;
}

function Sending() {
  const t = useSendingWords();
  useAnnouncement(t('sending'));
  return (
    <div class="outcome">
      <Spinner />
      <p>{t('sending')}</p>
    </div>
  );
}

function Received({ receipt }: { receipt: Receipt }) {
  const { go } = usePanel();
  const t = useSendingWords();
  const headline = receipt.kind === 'conversation' ? t('sentAs', { number: `${receipt.number}` }) : t('sent');
  useAnnouncement(headline);
  return (
    <div class="outcome good">
      <Icon path={icons.check} size={28} />
      <h3>{headline}</h3>
      <p>{t('next')}</p>
      <div class="choices">
        {receipt.kind !== 'response' && (
          <Button variant="primary" onClick={() => go({ at: 'thread', conversation: receipt.conversation })}>
            {t('open')}
          </Button>
        )}
        <Button onClick={() => go({ at: 'home' })}>{t('another')}</Button>
      </div>
    </div>
  );
}

type NotSentProps = { entry: Unsent; sender: Sender; edit: Edit; asking: boolean; ask: () => void };

function NotSent({ entry, sender, edit, asking, ask }: NotSentProps) {
  const { go } = usePanel();
  const t = useSendingWords();
  const now = useNow();
  const refused = entry.state === 'refused';
  const wait = nextTry(entry.nextAttemptAt, now);
  const reason = entry.error ? t(entry.error.code) : '';
  const body =
    entry.kind === 'conversation'
      ? entry.payload.request.body
      : entry.kind === 'reply'
        ? entry.payload.body
        : '';
  useAnnouncement(reason);
  return (
    <div class={refused ? 'outcome bad' : 'outcome'}>
      <Icon path={refused ? icons.alert : icons.clock} size={28} />
      <h3>{refused ? t('refused') : t(wait.phrase, 'count' in wait ? { count: wait.count } : {})}</h3>
      <p>{reason}</p>
      {sender.trouble && !refused && <p class="quiet">{t(sender.trouble)}</p>}
      {body && (
        <blockquote>
          <p>{body}</p>
        </blockquote>
      )}
      <div class="choices">
        {refused && entry.kind === 'conversation' ? (
          <Button
            variant="primary"
            onClick={async () => {
              await edit(entry.payload);
              await sender.discard(entry.id);
            }}
          >
            {t('edit')}
          </Button>
        ) : (
          <Button variant="primary" onClick={() => sender.retry(entry.id)}>
            {t('retry')}
          </Button>
        )}
        {!asking && <Button onClick={ask}>{t('discard')}</Button>}
      </div>
      {asking && (
        <div class="question" role="alert">
          <p>{t('discardQuestion')}</p>
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
      )}
    </div>
  );
}

function useAnnouncement(text: string) {
  const { announce } = usePanel();
  useEffect(() => announce(text), [text]);
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
