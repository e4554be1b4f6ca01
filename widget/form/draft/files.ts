import type { History } from '../../../shared/annotate/model/history.ts';
import { openStore, type Store } from '../../../shared/outbox/store.ts';
import type { Core } from '../../loader/core.ts';
import { type Attachment, isPicture, type Picture } from '../../picture/attachment.ts';
import type { OutgoingFile } from '../../sending/outgoing.ts';
import type { ChangeForm, FormState } from '../form-state.ts';
import { keptFor } from './draft.ts';
import { draftStore } from './forget-files.ts';

/** A picture with its pixels encoded: the ones that are sent, and the ones that are drawn on again. */
type KeptPicture = Omit<Picture, 'source' | 'flat'> & {
  readonly source: Blob;
  readonly history: History | null;
};
type Kept = {
  id: string;
  createdAt: number;
  /** Id of the draft it goes with, and the place in it. */
  draft: string;
  place: number;
} & ({ picture: KeptPicture } | { file: OutgoingFile });

interface Keeper {
  readonly store: Store<Kept>;
  /** What is being read and written: one after the other. */
  work: Promise<void>;
  /** Whether what was kept is back in the form. */
  restored: boolean;
  /** The draft that was written last in this tab. */
  draft: string;
}
const keepers = new WeakMap<Core, Keeper>();

const keeperOf = (core: Core, draft: string): Keeper => {
  const known = keepers.get(core);
  if (known) return known;
  const store = openStore<Kept>(draftStore(core));
  const keeper = { store, work: Promise.resolve(), restored: false, draft };
  keepers.set(core, keeper);
  core.signal.addEventListener('abort', store.close);
  if (core.signal.aborted) store.close();
  return keeper;
};

/**
 * Keeps the pictures and files of a form in IndexedDB as long as they are not sent, a day at most, and puts those of
 * a draft that comes back into the form again. Where there is no IndexedDB, or it is full, only the text is kept.
 * Call it whenever they change, and first when the form is opened. Resolves when that is done; never rejects.
 */
export function keepFiles(core: Core, form: FormState, change: ChangeForm): Promise<void> {
  const keeper = keeperOf(core, form.session);
  const { attachments, session } = form;
  const work = async () => {
    const { store } = keeper;
    const drop = (id: string) => store.change(id, () => null);
    const all = await store.all();
    for (const { id, createdAt } of all) if (createdAt < Date.now() - keptFor) await drop(id);
    const mine = all.filter(({ draft }) => draft === session);
    if (!keeper.restored) {
      keeper.restored = true;
      const missing = mine.filter(({ id }) => attachments.every(({ key }) => key !== id));
      const back = await Promise.all(missing.sort((a, b) => a.place - b.place).map(open));
      const found = back.filter((each) => each !== null);
      if (found.length > 0) {
        change((before) =>
          before.session === session ? { ...before, attachments: [...found, ...before.attachments] } : before,
        );
        return;
      }
    }
    const over = all.filter(
      ({ id, draft }) =>
        (draft === session && attachments.every(({ key }) => key !== id)) ||
        (draft === keeper.draft && draft !== session),
    );
    for (const { id } of over) await drop(id);
    keeper.draft = session;
    // The form of the next page looks at this: whether there is anything to bring back.
    if (attachments.length > 0) core.store.set('files', '1');
    for (const [place, attachment] of attachments.entries()) {
      const before = mine.find(({ id }) => id === attachment.key);
      if (before?.place === place) continue;
      const kept = before ? { ...before, place } : await keep(attachment, session, place);
      await store.change(attachment.key, () => kept);
    }
    if ((await store.all()).length === 0) core.store.set('files', null);
  };
  keeper.work = keeper.work.then(work).catch(core.report);
  return keeper.work;
}

async function keep(attachment: Attachment, draft: string, place: number): Promise<Kept> {
  const record = { id: attachment.key, createdAt: Date.now(), draft, place };
  if (!isPicture(attachment)) return { ...record, file: attachment };
  const { source, flat: _, ...rest } = attachment;
  const png = await new Promise<Blob | null>((resolve) => source.toBlob(resolve));
  // Without the pixels below, the picture comes back as it was to be sent.
  return { ...record, picture: { ...rest, source: png ?? rest.blob, history: png && rest.history } };
}

/** Null where it cannot be opened any more. */
async function open(kept: Kept): Promise<Attachment | null> {
  if ('file' in kept) return kept.file;
  try {
    const { source, ...rest } = kept.picture;
    return { ...rest, source: await pixels(source), flat: await pixels(rest.blob) };
  } catch {
    return null;
  }
}

async function pixels(blob: Blob): Promise<HTMLCanvasElement> {
  const bitmap = await createImageBitmap(blob);
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas;
}
