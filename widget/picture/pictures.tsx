import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../shared/ui/button.tsx';
import * as icons from '../../shared/ui/icons.ts';
import { usePanel } from '../app/panel.ts';
import { useWords } from '../app/words.ts';
import { imageIn } from './clipboard.ts';
import type { Picture } from './picture.ts';
import type { Desk, Taken } from './take.ts';

type Room = typeof import('./room.tsx');
export type ChangePictures = (update: (before: readonly Picture[]) => readonly Picture[]) => void;

/**
 * The pictures beside a message: `view` shows them with the button that takes one more, `paste` is for the form
 * around. What takes and draws them is fetched at the first use.
 */
export function usePictures(list: readonly Picture[], change: ChangePictures) {
  const { core, edit } = usePanel();
  const { t, locale } = useWords();
  const [room, setRoom] = useState<Room | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');

  // Back from another view, the pictures are there before the room that draws them.
  const some = list.length > 0;
  useEffect(() => {
    if (some) import('./room.tsx').then(setRoom, core.report);
  }, [core, some]);

  const take = async (task: (room: Room, desk: Desk) => Promise<Taken>, before?: Picture) => {
    setBusy(true);
    setProblem('');
    try {
      const loaded = room ?? (await import('./room.tsx'));
      setRoom(loaded);
      const taken = await task(loaded, { core, edit, locale, count: list.length });
      if (!taken) return;
      if ('problem' in taken) setProblem(taken.problem);
      else
        change((all) =>
          before ? all.map((each) => (each === before ? taken.picture : each)) : [...all, taken.picture],
        );
    } catch (cause) {
      core.report(cause);
      setProblem(t('unavailable'));
    } finally {
      setBusy(false);
    }
  };

  return {
    /** While one is being taken, drawn on or encoded: sending now would leave it behind. */
    busy,
    paste: (event: ClipboardEvent) => {
      const image = imageIn(event.clipboardData);
      if (!image) return;
      event.preventDefault();
      return take((loaded, desk) => loaded.takeFile(desk, image));
    },
    view: (
      <div class="pictures">
        {room && (
          <room.PictureList
            list={list}
            onEdit={(picture) => take((loaded, desk) => loaded.editPicture(desk, picture), picture)}
            onRemove={(picture) => change((all) => all.filter((each) => each !== picture))}
          />
        )}
        <Button
          icon={icons.camera}
          busy={busy}
          onClick={() => take((loaded, desk) => loaded.takeScreenshot(desk))}
        >
          {t(busy ? 'capturing' : 'capture')}
        </Button>
        <p class={problem ? 'hb-error' : 'quiet'} role={problem ? 'alert' : undefined}>
          {problem || t('captureHint')}
        </p>
      </div>
    ),
  };
}
