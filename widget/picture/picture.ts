import type { History } from '../../shared/annotate/model/history.ts';
import type { OutgoingPicture } from '../sending/outgoing.ts';

/** A picture beside a message that is being written. */
export interface Picture extends Omit<OutgoingPicture, 'annotation' | 'clean'> {
  /** As it was taken, for another round in the editor. It never leaves the page. */
  readonly source: HTMLCanvasElement;
  /** Pixels of `source` per CSS pixel of what it shows. */
  readonly scale: number;
  /** What was drawn on it, step by step, so that undo goes on where it was; null where nothing was. */
  readonly history: History | null;
  /** With the shapes burnt in: what is shown and sent. */
  readonly flat: HTMLCanvasElement;
  /** What goes along so that staff can hide the marks. */
  readonly beside: Pick<OutgoingPicture, 'annotation' | 'clean'>;
}

/** What of the pictures is sent: the flat pixels, and what was drawn on them. */
export function outgoingPictures(pictures: readonly Picture[]): OutgoingPicture[] {
  return pictures.map(({ key, blob, contentType, beside }) => ({ key, blob, contentType, ...beside }));
}
