import type { Locale } from '../../shared/domain/nouns.ts';
import type { Panel } from '../app/panel.ts';
import type { Picture } from './picture.ts';

/**
 * How a picture comes to be: the visible page, a part of it, the browser's own pixels, files that were chosen, pasted
 * or dropped, or another round in the editor.
 */
export type Way = 'page' | 'area' | 'element' | 'exact' | readonly File[] | Picture;

export type ChangePictures = (update: (before: readonly Picture[]) => readonly Picture[]) => void;

/** What stands beside the button that takes pictures. */
export interface Said {
  /** What is going on; nothing is where this is missing. */
  readonly busy?: string;
  /** Why there is no picture. */
  readonly problem?: string;
  /** Whether the page cannot be drawn, so that other ways are offered. */
  readonly stuck?: boolean;
  readonly note?: string;
  /** Whether the other ways were asked for before they were there. */
  readonly menu?: boolean;
}

/** Where pictures are taken: the panel, and the message they go with. */
export interface Desk extends Panel {
  readonly locale: Locale;
  /** What the message has already. */
  readonly list: readonly Picture[];
  readonly change: ChangePictures;
  /** What is under way; aborted when the visitor cancels or goes elsewhere. */
  readonly task: { current: AbortController | undefined };
  readonly say: (said: Said) => void;
}
