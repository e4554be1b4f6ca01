import type { History } from '../../shared/annotate/model/history.ts';

/** A picture handed to the editor's window; `done` is called once, with null where nothing is to change. */
export interface EditorRequest {
  readonly source: HTMLCanvasElement;
  /** What was drawn before; null for a new picture. */
  readonly history: History | null;
  /** Picture pixels per CSS pixel of what it shows. */
  readonly scale: number;
  /** A sentence for who is about to draw. */
  readonly hint?: string;
  readonly done: (drawn: History | null) => void;
}
