import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, IconButton } from '../../shared/ui/button.tsx';
import * as icons from '../../shared/ui/icons-first.ts';
import { usePanel } from '../app/panel.ts';
import { useWords } from '../app/words.ts';
import type { Attachment } from './attachment.ts';
import { filesIn } from './clipboard.ts';
import type { ChangeAttachments, Said, Way } from './ways.ts';

/**
 * The pictures and files beside a message: `view` shows them with the buttons that add one more. Files may be pasted
 * and dropped anywhere in the panel. What takes, draws and reads them is fetched at the first use.
 */
export function useAttachments(list: readonly Attachment[], change: ChangeAttachments) {
  const panel = usePanel();
  const { t } = useWords();
  const [room, setRoom] = useState<typeof import('./room.tsx') | null>(null);
  const [said, say] = useState<Said>({});
  const task = useRef<AbortController | undefined>(undefined);
  const element = useRef<HTMLDivElement>(null);
  const { busy, problem } = said;

  /** Fetches the room; what it cannot do then is said. */
  const load = async (work?: (room: typeof import('./room.tsx')) => unknown) => {
    try {
      const loaded = await import('./room.tsx');
      setRoom(loaded);
      await work?.(loaded);
    } catch (cause) {
      panel.core.report(cause);
      say({ problem: t('unavailable') });
    }
  };
  const take = (way: Way) => {
    say({ busy: t('loading') });
    return load((loaded) => loaded.take(way, { ...panel, list, change, task, say }));
  };
  const latest = useRef(take);
  latest.current = take;

  // Back from another view, the pictures are there before the room that draws them.
  const some = list.length > 0;
  useEffect(() => {
    if (some) load();
  }, [some]);
  // Who closes the panel or goes elsewhere wants no picture any more.
  useEffect(() => () => task.current?.abort(), [panel.open]);

  useEffect(() => {
    const end = new AbortController();
    const { signal } = end;
    const around = element.current?.closest<HTMLElement>('.panel');
    /** From then on the room takes what is held above the panel; what is dropped before must not open as a page. */
    const onDrag = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      load();
    };
    const onPaste = (event: ClipboardEvent) => {
      const files = filesIn(event.clipboardData);
      if (files.length === 0) return;
      event.preventDefault();
      latest.current(files);
    };
    around?.addEventListener('dragover', onDrag, { signal });
    around?.addEventListener('drop', onDrag, { signal });
    around?.addEventListener('paste', onPaste, { signal });
    return () => end.abort();
  }, []);

  return {
    /** While one is being taken, drawn on or encoded: sending now would leave it behind. */
    busy: !!busy,
    view: (
      <div class="pictures" ref={element}>
        {room && <room.AttachmentList list={list} change={change} take={take} />}
        {/* Only fetched: what stands here must not change under the pointer. */}
        <div class="ways" onPointerEnter={() => import('./room.tsx').catch(panel.core.report)}>
          <Button icon={icons.camera} busy={!!busy} onClick={() => take('page')}>
            {busy || t('capture')}
          </Button>
          {room ? (
            <room.More said={said} take={take} cancel={() => task.current?.abort()} />
          ) : (
            <IconButton
              variant="secondary"
              icon={icons.chevronDown}
              label={t('ways')}
              aria-haspopup="menu"
              onClick={() => load(() => say({ menu: true }))}
            />
          )}
          <IconButton
            variant="secondary"
            icon={icons.paperclip}
            label={t('attach')}
            aria-disabled={!!busy}
            onClick={() => busy || load((loaded) => loaded.chooseFiles(panel.core.shadow, latest.current))}
          />
        </div>
        <p class={problem ? 'hb-error' : 'quiet'} role={problem ? 'alert' : undefined}>
          {problem || t('captureHint')}
        </p>
        {room && <room.Aftermath said={said} take={take} />}
      </div>
    ),
  };
}
