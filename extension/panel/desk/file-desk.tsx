import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../../shared/ui/button.tsx';
import { image } from '../../../shared/ui/icons.ts';
import { pastedFiles, pictureTypes } from '../../capture/from-file.ts';
import { useFrame } from '../../views/app-frame.tsx';

/** Pictures that are there already: chosen here, or pasted or dropped anywhere in the panel. */
export function FileDesk(props: {
  busy: boolean;
  onFiles: (files: readonly File[], how: 'chosen' | 'pasted') => void;
}) {
  const { busy, onFiles } = props;
  const { t } = useFrame();
  const input = useRef<HTMLInputElement>(null);
  const latest = useRef(onFiles);
  latest.current = onFiles;
  const dragged = useFilesOverPanel((files) => latest.current(files, 'chosen'));

  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const files = pastedFiles(event.clipboardData);
      if (!files.length) return;
      event.preventDefault();
      latest.current(files, 'pasted');
    };
    addEventListener('paste', onPaste);
    return () => removeEventListener('paste', onPaste);
  }, []);

  return (
    <section class="panel-section" aria-label={t('fromFile')}>
      <Button icon={image} busy={busy} onClick={() => input.current?.click()}>
        {t('chooseFile')}
      </Button>
      <input
        ref={input}
        type="file"
        accept={pictureTypes}
        multiple
        hidden
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same file may be chosen once more.
          event.currentTarget.value = '';
          if (files.length) onFiles(files, 'chosen');
        }}
      />
      <p class="hb-hint">{t('fileHint')}</p>
      {dragged && (
        <div class="panel-drop">
          <p>{t('dropHere')}</p>
        </div>
      )}
    </section>
  );
}

/** Whether files are held over the panel; calls `onDrop` with those that are let go. */
function useFilesOverPanel(onDrop: (files: File[]) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const ours = (event: DragEvent) => {
      const data = event.dataTransfer;
      if (!data?.types.includes('Files')) return null;
      // Else the browser would open the file in place of the panel.
      event.preventDefault();
      data.dropEffect = 'copy';
      return data;
    };
    addEventListener('dragover', (event) => ours(event) && setOver(true), { signal });
    addEventListener('dragleave', (event) => event.relatedTarget === null && setOver(false), { signal });
    addEventListener(
      'drop',
      (event) => {
        setOver(false);
        const files = [...(ours(event)?.files ?? [])];
        if (files.length) onDrop(files);
      },
      { signal },
    );
    return () => stop.abort();
  }, []);
  return over;
}
