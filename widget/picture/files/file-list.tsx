import { bytes } from '../../../shared/i18n/bytes.ts';
import { IconButton } from '../../../shared/ui/button.tsx';
import { Icon } from '../../../shared/ui/icon.tsx';
import * as icons from '../../../shared/ui/icons.ts';
import type { OutgoingFile } from '../../sending/outgoing.ts';
import { usePictureWords } from '../words.ts';

/** Files that are no pictures, a row each: what it is, its name and size, and the way to leave it out. */
export function FileList({
  files,
  remove,
}: {
  files: readonly OutgoingFile[];
  remove: (key: string) => void;
}) {
  const { t, language } = usePictureWords();
  return (
    <ul class="files" aria-label={t('files')}>
      {files.map(({ key, name, blob, contentType }) => (
        <li key={key}>
          <Icon path={iconOf(contentType)} />
          {/* A name may run the other way than the words around it. */}
          <bdi class="grow" title={name}>
            {name}
          </bdi>
          <span class="quiet">{bytes(language, blob.size)}</span>
          <IconButton icon={icons.close} label={t('removeFile', { name })} onClick={() => remove(key)} />
        </li>
      ))}
    </ul>
  );
}

const iconOf = (type: OutgoingFile['contentType']) =>
  type.startsWith('video/') ? filmIcon : type === 'application/zip' ? boxIcon : icons.note;

const filmIcon = 'M4 4.5h12a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1M8.5 7.5v5l4-2.5z';
const boxIcon = 'M4 8v7.5a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1V8M3 4.5h14V8H3zM8 11h4';
