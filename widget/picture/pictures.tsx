import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, IconButton } from '../../shared/ui/button.tsx';
import * as icons from '../../shared/ui/icons.ts';
import { usePanel } from '../app/panel.ts';
import { useWords } from '../app/words.ts';
import { imageIn } from './clipboard.ts';
import type { Picture } from './picture.ts';
import type { ChangePictures, Said, Way } from './ways.ts';

/**
 * The pictures beside a message: `view` shows them with the buttons that take one more, `on` is for the form around.
 * What takes and draws them is fetched at the first use.
 */
export function usePictures(list: readonly Picture[], change: ChangePictures) {
  const panel = usePanel();
  const { t, locale } = useWords();
  const [room, setRoom] = useState<typeof import('./room.tsx') | null>(null);
  const [said, say] = useState<Said>({});
  const task = useRef<AbortController | undefined>(undefined);
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
    return load((loaded) => loaded.take(way, { ...panel, locale, list, change, task, say }));
  };

  // Back from another view, the pictures are there before the room that draws them.
  const some = list.length > 0;
  useEffect(() => {
    if (some) load();
  }, [some]);
  // Who closes the panel or goes elsewhere wants no picture any more.
  useEffect(() => () => task.current?.abort(), [panel.open]);

  /** From then on the room takes what is held above the panel; what is dropped before must not open as a page. */
  const onDrag = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    load();
  };

  return {
    /** While one is being taken, drawn on or encoded: sending now would leave it behind. */
    busy: !!busy,
    on: {
      onPaste(event: ClipboardEvent) {
        const image = imageIn(event.clipboardData);
        if (!image) return;
        event.preventDefault();
        take([image]);
      },
      onDragOver: onDrag,
      onDrop: onDrag,
    },
    view: (
      <div class="pictures">
        {room && <room.PictureList list={list} change={change} take={take} />}
        <div class="ways">
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
        </div>
        <p class={problem ? 'hb-error' : 'quiet'} role={problem ? 'alert' : undefined}>
          {problem || t('captureHint')}
        </p>
        {room && <room.Aftermath said={said} take={take} />}
      </div>
    ),
  };
}
