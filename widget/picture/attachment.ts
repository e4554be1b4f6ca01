import type { History } from '../../shared/annotate/model/history.ts';
import type { OutgoingAttachment, OutgoingFile, OutgoingPicture } from '../sending/outgoing.ts';

/** A picture beside a message that is being written. */
export interface Picture extends Omit<OutgoingPicture, 'annotation' | 'clean'> {
  /** As it was taken, for another round in the editor. It never leaves the browser. */
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

/** What goes with a message that is being written: pictures, and other files byte for byte as they were chosen. */
export type Attachment = Picture | OutgoingFile;

export const isPicture = (attachment: Attachment): attachment is Picture => 'source' in attachment;

/** What of the attachments is sent: of pictures the flat pixels, and what was drawn on them. */
export const outgoingAttachments = (list: readonly Attachment[]): OutgoingAttachment[] =>
  list.map((each) => {
    if (!isPicture(each)) return each;
    const { key, blob, contentType, beside } = each;
    return { key, blob, contentType, ...beside };
  });
