import type { AnnotationDocument } from '../../shared/annotate/model/document.ts';
import type { Edited } from './picture.ts';

/** A picture handed to the editor's window; `done` is called once, with null where nothing is to change. */
export interface EditorRequest {
  readonly source: HTMLCanvasElement;
  readonly shapes: AnnotationDocument | null;
  /** Picture pixels per CSS pixel of what it shows. */
  readonly scale: number;
  readonly done: (edited: Edited | null) => void;
}
