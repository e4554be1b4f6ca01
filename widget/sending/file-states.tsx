import { useEffect, useState } from 'preact/hooks';
import { bytes } from '../../shared/i18n/bytes.ts';
import { IconButton } from '../../shared/ui/button.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import * as icons from '../../shared/ui/icons.ts';
import { usePanel } from '../app/panel.ts';
import type { Sender, Unsent } from './open.ts';
import { cleanKey, type OutgoingAttachment } from './outgoing.ts';
import { withoutFile } from './without-file.ts';
import { useSendingWords } from './words.ts';

/** The pictures and files of a message that is not sent: how far each is, and what can be done about one that fails. */
export function FileStates({ entry, sender }: { entry: Unsent; sender: Sender }) {
  const t = useSendingWords();
  const [, redraw] = useState(0);
  useEffect(() => sender.uploads.subscribe(() => redraw((count) => count + 1)), [sender]);
  if (entry.kind === 'response' || entry.payload.attachments.length === 0) return null;
  return (
    <ul class="files" aria-label={t('files')}>
      {entry.payload.attachments.map((file, place) => (
        <FileState
          key={file.key}
          entry={entry}
          sender={sender}
          file={file}
          name={file.name || t('picture', { count: place + 1 })}
        />
      ))}
    </ul>
  );
}

type Props = { entry: Unsent; sender: Sender; file: OutgoingAttachment; name: string };

function FileState({ entry, sender, file, name }: Props) {
  const { core } = usePanel();
  const t = useSendingWords();
  const language = core.language();
  const { key, blob, clean } = file;
  const part = partOf(sender, file);
  const done = entry.steps[key] !== undefined && (!clean || entry.steps[cleanKey(key)] !== undefined);
  const failed = entry.state !== 'sending' && entry.error?.field === key;
  const refused = failed && entry.state === 'refused';
  const percent = new Intl.NumberFormat(language, { style: 'percent' }).format(part ?? 0);
  const words = done
    ? t('fileDone')
    : refused
      ? t('fileRefused')
      : failed
        ? t('fileFailed')
        : part === undefined
          ? t('fileWaiting')
          : t('fileUploading', { percent });
  return (
    <li class={refused ? 'bad' : ''}>
      <Icon path={file.contentType.startsWith('image/') ? icons.image : icons.note} />
      <span class="grow">
        <bdi>{name}</bdi>
        <span class="quiet">
          {bytes(language, blob.size)} · {words}
        </span>
        {part !== undefined && !done && <progress value={part} aria-label={name} />}
      </span>
      {failed && !refused && (
        <IconButton
          icon={icons.refresh}
          label={t('retryFile', { name })}
          onClick={() => sender.retry(entry.id)}
        />
      )}
      {failed && (
        <IconButton
          icon={icons.close}
          label={t('removeFile', { name })}
          onClick={() => withoutFile(sender, entry, key)}
        />
      )}
    </li>
  );
}

/** Of both images of a picture, where there are two. */
function partOf({ uploads }: Sender, { key, blob, clean }: OutgoingAttachment): number | undefined {
  const first = uploads.partOf(key);
  if (!clean) return first;
  const second = uploads.partOf(cleanKey(key));
  if (first === undefined && second === undefined) return undefined;
  const whole = blob.size + clean.blob.size;
  return ((first ?? 1) * blob.size + (second ?? 0) * clean.blob.size) / whole;
}
