import { useState } from 'preact/hooks';
import { Button } from '../../shared/ui/button.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import * as icons from '../../shared/ui/icons.ts';
import status from '../../shared/ui/status.css?inline';
import { Spinner } from '../../shared/ui/status.tsx';
import { usePanel } from '../app/panel.ts';
import { addSheet } from '../frame/sheet.ts';
import { FileStates } from './file-states.tsx';
import { type Edit, NotSent } from './not-sent.tsx';
import type { Sender, Unsent } from './open.ts';
import type { Receipt } from './outgoing.ts';
import css from './sending.css?inline';
import { Trouble } from './trouble.tsx';
import { useAnnouncement } from './use-announcement.ts';
import { useEntries, useSender } from './use-entries.ts';
import { useSendingWords } from './words.ts';

// Home says that something waits, and is asked to when there is no network to fetch that line with.
import('../app/home/waiting.tsx').catch(() => {});

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
  if (entry.state === 'sending' || (entry.state === 'waiting' && !entry.error))
    return <Sending under={{ entry, sender }} />;
  return <NotSent entry={entry} sender={sender} edit={edit} asking={asking} ask={ask} />;
}

function Sending({ under }: { under?: { entry: Unsent; sender: Sender } }) {
  const t = useSendingWords();
  useAnnouncement(t('sending'));
  return (
    <div class="outcome">
      <Spinner />
      <p>{t('sending')}</p>
      {under && <Trouble {...under} />}
      {under && <FileStates {...under} />}
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
