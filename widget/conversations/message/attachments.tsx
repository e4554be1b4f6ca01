import { useState } from 'preact/hooks';
import type { ThreadAttachment } from '../../../shared/domain/widget.ts';
import { bytes as sizeInWords } from '../../../shared/i18n/bytes.ts';
import { Icon } from '../../../shared/ui/icon.tsx';
import * as icons from '../../../shared/ui/icons.ts';
import { room } from '../../frame/room.tsx';
import { useConversationWords } from '../words.ts';

const Viewer = room(async () => (await import('../viewer/viewer.tsx')).Viewer);

/** What goes with a message: pictures open over the page, files are rows that save them. */
export function Attachments(props: {
  list: readonly ThreadAttachment[];
  /** What a picture of this message is called. */
  label: string;
}) {
  const { list, label } = props;
  const { t, language } = useConversationWords();
  const [opened, setOpened] = useState<ThreadAttachment | null>(null);
  return (
    <>
      {list.map((attachment) => {
        const { id, url, width, height, bytes } = attachment;
        const name = attachment.name ?? '';
        if (attachment.contentType.startsWith('image/')) {
          return (
            <button
              key={id}
              type="button"
              class="picture"
              aria-haspopup="dialog"
              onClick={() => setOpened(attachment)}
            >
              <img
                src={url}
                {...(width && height ? { width, height } : {})}
                alt={label}
                loading="lazy"
                decoding="async"
              />
            </button>
          );
        }
        return (
          // The server answers with the file to be saved, and never to be shown.
          <a key={id} class="file" href={url} download={name} target="_blank" rel="noopener noreferrer">
            <Icon path={icons.paperclip} />
            <span class="grow">
              <span class="hb-sr">{t('download')}</span>
              <bdi>{name || t('file')}</bdi>
              <span class="quiet">{sizeInWords(language, bytes)}</span>
            </span>
            <Icon path={icons.download} />
          </a>
        );
      })}
      {opened && <Viewer picture={opened} label={label} onClose={() => setOpened(null)} />}
    </>
  );
}
