import type { AttachmentInput } from '../../../shared/domain/widget.ts';
import type { Failure } from '../../data/result.ts';

/** Why something that was chosen, pasted or dropped cannot go along. */
export type Unfit = 'empty' | 'too_large' | 'heic' | 'unsupported' | 'damaged';

/** How far something on its way is. `share`, 0 to 1, is what has arrived of its bytes. */
export type ParcelState =
  | { kind: 'preparing' }
  | { kind: 'uploading'; share: number }
  | { kind: 'ready'; input: AttachmentInput }
  | { kind: 'unfit'; why: Unfit }
  | { kind: 'failed'; failure: Failure };

/** A picture or file that is to go with a message. */
export type Parcel = {
  /** Its place in the list; stays when its picture is drawn on. */
  id: string;
  name: string;
  bytes: number;
  /** A small picture of it to show; null for what is none. Whoever drops the parcel revokes the address. */
  preview: string | null;
  state: ParcelState;
};

/** What keeps a message from being sent: something is on its way, or something cannot go. */
export function hindrance(parcels: readonly Parcel[]): 'waiting' | 'stuck' | null {
  const states = parcels.map(({ state }) => state.kind);
  if (states.some((kind) => kind === 'failed' || kind === 'unfit')) return 'stuck';
  return states.some((kind) => kind !== 'ready') ? 'waiting' : null;
}

/** What goes to the server with the message. */
export const inputsOf = (parcels: readonly Parcel[]): AttachmentInput[] =>
  parcels.flatMap(({ state }) => (state.kind === 'ready' ? [state.input] : []));

/** As many of `files` as there is room for beside `held`, and how many had to be left. */
export function fitting<File>(
  held: number,
  files: readonly File[],
  most: number,
): { taken: readonly File[]; left: number } {
  const taken = files.slice(0, Math.max(0, most - held));
  return { taken, left: files.length - taken.length };
}
