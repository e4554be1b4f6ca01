import { useState } from 'preact/hooks';
import { conversations } from '../../conversations/texts.ts';
import { useText } from '../../settings/text.ts';
import { shell } from '../../settings/texts.ts';
import type { AnnotateDialog } from './drawing/annotate-dialog.tsx';
import { ParcelList } from './parcel-list.tsx';
import type { useParcels } from './use-parcels.ts';

/** What is to go with the message, and the editor over a picture of it. The editor is fetched when it is wanted. */
export function ParcelsPart(props: {
  held: ReturnType<typeof useParcels>;
  /** Nothing changes while the message is on its way. */
  busy: boolean;
  onProblem: (sentence: string) => void;
}) {
  const { held, busy, onProblem } = props;
  const t = useText(conversations);
  const say = useText(shell);
  const [drawing, setDrawing] = useState<{ id: string; Editor: typeof AnnotateDialog } | null>(null);
  const parcel = held.parcels.find(({ id }) => id === drawing?.id);
  const drawable = parcel && held.drawableOf(parcel.id);
  const open = async (id: string) => {
    const loaded = await import('./drawing/annotate-dialog.tsx').catch(() => null);
    if (loaded) setDrawing({ id, Editor: loaded.AnnotateDialog });
    else onProblem(`${t('no_editor')} ${say('failure_offline')}`);
  };
  return (
    <>
      <ParcelList
        parcels={held.parcels}
        mayDraw={(id) => !busy && held.drawableOf(id) !== null}
        onDraw={(id) => void open(id)}
        onRemove={(id) => !busy && held.remove(id)}
        onRetry={held.retry}
      />
      {drawing && parcel && drawable && (
        <drawing.Editor
          name={parcel.name}
          drawable={drawable}
          onClose={() => setDrawing(null)}
          onDone={(history) => {
            setDrawing(null);
            void held.draw(parcel.id, history).then((done) => done || onProblem(t('not_drawn')));
          }}
        />
      )}
    </>
  );
}
