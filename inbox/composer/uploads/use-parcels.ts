import { useEffect, useRef, useState } from 'preact/hooks';
import type { History } from '../../../shared/annotate/model/history.ts';
import { limits } from '../../../shared/domain/limits.ts';
import type { Exchange } from '../../../shared/outbox/http.ts';
import { useWorkplace } from '../../app/workplace.ts';
import { failureOfExchange } from '../../data/result.ts';
import { fitting, type Parcel, type ParcelState, type Unfit } from './parcel.ts';
import type { Cargo, Drawable } from './prepare.ts';
import { uploadCargo } from './upload.ts';

/** What a parcel is made of, apart from what is shown of it. */
type Contents = {
  picture: Cargo;
  /** The same picture without its marks, and the marks. */
  marked: { clean: Cargo | null; annotation: Record<string, unknown> } | null;
  drawable: Drawable | null;
  /** Names its uploads to the server; new bytes get new ones. */
  keys: { picture: string; clean: string };
};

const newKeys = () => ({ picture: crypto.randomUUID(), clean: crypto.randomUUID() });
const unfitCodes: Readonly<Partial<Record<string, Unfit>>> = {
  unsupported_file: 'unsupported',
  unsupported_image: 'damaged',
  too_large: 'too_large',
};
/** The code that prepares pictures is fetched with the first file. */
const preparing = () => import('./prepare.ts');

/** The pictures and files that are to go with the next message of a project. */
export function useParcels(project: string) {
  const { backend } = useWorkplace();
  const [parcels, setParcels] = useState<readonly Parcel[]>([]);
  const contents = useRef(new Map<string, Contents>());
  const files = useRef(new Map<string, File>());
  const running = useRef(new Map<string, AbortController>());
  const latest = useRef(parcels);
  latest.current = parcels;

  const put = (id: string, change: Partial<Parcel>) =>
    setParcels((held) => held.map((one) => (one.id === id ? { ...one, ...change } : one)));
  const state = (id: string, next: ParcelState) => put(id, { state: next });
  const stop = (id: string) => {
    running.current.get(id)?.abort();
    running.current.delete(id);
  };

  const send = async (id: string) => {
    const what = contents.current.get(id);
    if (!what) return;
    stop(id);
    const control = new AbortController();
    running.current.set(id, control);
    const mine = () => running.current.get(id) === control;
    state(id, { kind: 'uploading', share: 0 });
    const go = (key: string, cargo: Cargo, from: number, part: number): Promise<Exchange<string>> =>
      uploadCargo(
        backend,
        {
          project,
          key,
          signal: control.signal,
          onShare: (share) => mine() && state(id, { kind: 'uploading', share: from + share * part }),
        },
        cargo,
      );
    const clean = what.marked?.clean;
    const picture = await go(what.keys.picture, what.picture, 0, clean ? 0.5 : 1);
    const without = picture.kind === 'ok' && clean ? await go(what.keys.clean, clean, 0.5, 0.5) : null;
    if (!mine()) return;
    const wrong = picture.kind !== 'ok' ? picture : without && without.kind !== 'ok' ? without : null;
    if (wrong) {
      const why = wrong.kind === 'refused' ? unfitCodes[wrong.error.code] : undefined;
      state(id, why ? { kind: 'unfit', why } : { kind: 'failed', ...failureOfExchange(wrong.error) });
    } else if (picture.kind === 'ok') {
      const input = {
        uploadId: picture.body,
        ...(what.marked && { annotation: what.marked.annotation }),
        ...(without?.kind === 'ok' && { cleanUploadId: without.body }),
      };
      state(id, { kind: 'ready', input });
    }
  };

  const start = async (id: string) => {
    const file = files.current.get(id);
    if (!file) return;
    state(id, { kind: 'preparing' });
    const loaded = await preparing().catch(() => null);
    if (!loaded) return state(id, { kind: 'failed', failure: 'offline' });
    const prepared = await loaded.prepare(file);
    // Removed meanwhile.
    if (!files.current.has(id)) return;
    if (!prepared.ok) return state(id, { kind: 'unfit', why: prepared.why });
    const { picture, drawable } = prepared;
    contents.current.set(id, { picture, drawable, marked: null, keys: newKeys() });
    put(id, {
      bytes: picture.blob.size,
      preview: drawable && URL.createObjectURL(picture.blob),
    });
    await send(id);
  };

  const drop = (id: string) => {
    stop(id);
    files.current.delete(id);
    contents.current.delete(id);
    const preview = latest.current.find((one) => one.id === id)?.preview;
    if (preview) URL.revokeObjectURL(preview);
  };
  const remove = (ids: readonly string[]) => {
    ids.forEach(drop);
    setParcels((held) => held.filter((one) => !ids.includes(one.id)));
  };
  useEffect(
    () => () => {
      for (const { id } of latest.current) drop(id);
    },
    [],
  );

  return {
    parcels,
    /** Takes files in; answers how many there was no room for. */
    add: (chosen: readonly File[]): number => {
      const { taken, left } = fitting(latest.current.length, chosen, limits.attachments);
      const fresh = taken.map((file): Parcel => {
        const id = crypto.randomUUID();
        files.current.set(id, file);
        return { id, name: file.name, bytes: file.size, preview: null, state: { kind: 'preparing' } };
      });
      latest.current = [...latest.current, ...fresh];
      setParcels(latest.current);
      for (const { id } of fresh) void start(id);
      return left;
    },
    remove: (id: string) => remove([id]),
    clear: () => remove(latest.current.map(({ id }) => id)),
    /** Forgets those that went with a message, by their ids there. */
    forget: (uploads: readonly string[]) =>
      remove(
        latest.current.flatMap(({ id, state: now }) =>
          now.kind === 'ready' && uploads.includes(now.input.uploadId) ? [id] : [],
        ),
      ),
    retry: (id: string) => void (contents.current.has(id) ? send(id) : start(id)),
    /** The picture and what was drawn on it; null for what cannot be drawn on. */
    drawableOf: (id: string): Drawable | null => contents.current.get(id)?.drawable ?? null,
    /** Puts a picture in with what was drawn on it. */
    draw: async (id: string, history: History): Promise<boolean> => {
      const held = contents.current.get(id);
      if (!held?.drawable) return false;
      const { drawn } = await import('./drawing/draw.ts');
      const made = await drawn(held.drawable.image, history, held.picture.name);
      if (!made || !contents.current.has(id)) return false;
      const { picture, marked } = made;
      contents.current.set(id, {
        picture,
        marked,
        drawable: { ...held.drawable, history },
        keys: newKeys(),
      });
      const before = latest.current.find((one) => one.id === id)?.preview;
      if (before) URL.revokeObjectURL(before);
      put(id, { bytes: picture.blob.size, preview: URL.createObjectURL(picture.blob) });
      void send(id);
      return true;
    },
  };
}
