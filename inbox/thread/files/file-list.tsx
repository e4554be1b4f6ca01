import './files.css';
import { useState } from 'preact/hooks';
import { Icon } from '../../../shared/ui/icon.tsx';
import { download, file as fileIcon } from '../../../shared/ui/icons.ts';
import { Spinner } from '../../../shared/ui/status.tsx';
import { useWorkplace } from '../../app/workplace.ts';
import { conversations } from '../../conversations/texts.ts';
import { usePreferences } from '../../settings/preferences.tsx';
import { useText } from '../../settings/text.ts';
import { shell } from '../../settings/texts.ts';
import type { SentFile } from '../queries.ts';
import { saveFile } from './save.ts';
import { sizeInWords, typeInWords } from './size.ts';

/** Files of a message. Pressing one saves it; none is ever opened in the inbox. */
export function FileList({ files }: { files: readonly SentFile[] }) {
  return (
    <ul class="files">
      {files.map((file) => (
        <li key={file.id}>
          <FileButton file={file} />
        </li>
      ))}
    </ul>
  );
}

function FileButton({ file }: { file: SentFile }) {
  const { backend } = useWorkplace();
  const { locale } = usePreferences();
  const t = useText(conversations);
  const say = useText(shell);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const save = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const saved = await saveFile(backend, file);
    setBusy(false);
    if (saved.ok) return;
    // The link that is kept may be the very one that is of no use.
    backend.storage.forget();
    setProblem(`${t('file_not_saved')} ${say(`failure_${saved.failure}`)}`);
  };
  return (
    <>
      <button type="button" class="file" onClick={() => void save()}>
        <Icon path={fileIcon} />
        <span class="file-words">
          <span class="hb-sr">{t('save_file')} </span>
          <bdi class="file-name">{file.name}</bdi>
          <span class="file-facts">
            {[typeInWords(file.contentType), sizeInWords(locale, file.bytes)].filter(Boolean).join(' · ')}
          </span>
        </span>
        {busy ? <Spinner /> : <Icon path={download} size={18} />}
      </button>
      {problem && (
        <p class="hb-error" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}
