import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { fileTypes, imageTypes } from '../../../shared/domain/limits.ts';
import { IconButton } from '../../../shared/ui/button.tsx';
import { paperclip } from '../../../shared/ui/icons.ts';
import { conversations } from '../../conversations/texts.ts';
import { useText } from '../../settings/text.ts';

/** The button that lets a member choose files. */
export function AttachButton({
  onFiles,
  full,
}: {
  onFiles: (files: readonly File[]) => void;
  full: boolean;
}) {
  const t = useText(conversations);
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton
        icon={paperclip}
        label={t('attach')}
        disabled={full}
        onClick={() => input.current?.click()}
      />
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={[...imageTypes, ...fileTypes, '.log', '.har', '.md'].join(',')}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          // So that the same file can be chosen again after it was removed.
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}

/** Files pasted or dropped there; texts are left to the browser. */
export function filesOf(transfer: DataTransfer | null): File[] {
  return [...(transfer?.files ?? [])];
}

/**
 * Takes files that are dropped anywhere on the conversation around `inside`; answers whether some are held over it.
 */
export function useDrop(
  inside: RefObject<HTMLElement | null>,
  onFiles: (files: readonly File[]) => void,
): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef(onFiles);
  latest.current = onFiles;
  useLayoutEffect(() => {
    const place = inside.current?.closest<HTMLElement>('.thread-pane') ?? inside.current;
    if (!place) return;
    const control = new AbortController();
    const { signal } = control;
    const carries = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const drag = (event: DragEvent) => {
      if (!carries(event)) return;
      event.preventDefault();
      setOver(true);
    };
    place.addEventListener('dragenter', drag, { signal });
    place.addEventListener('dragover', drag, { signal });
    place.addEventListener(
      'dragleave',
      (event) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node && place.contains(to))) setOver(false);
      },
      { signal },
    );
    place.addEventListener(
      'drop',
      (event) => {
        setOver(false);
        if (!carries(event)) return;
        event.preventDefault();
        latest.current(filesOf(event.dataTransfer));
      },
      { signal },
    );
    return () => control.abort();
  }, []);
  return over;
}
