import type { Panel } from '../app/panel.ts';
import type { Attachment, Picture } from './attachment.ts';

/**
 * How an attachment comes to be: the visible page, a part of it, the browser's own pixels, files that were chosen,
 * pasted or dropped, or another round in the editor.
 */
export type Way = 'page' | 'area' | 'element' | 'exact' | readonly File[] | Picture;

export type ChangeAttachments = (update: (before: readonly Attachment[]) => readonly Attachment[]) => void;

/** What stands beside the buttons that add attachments. */
export interface Said {
  /** What is going on; nothing is where this is missing. */
  readonly busy?: string;
  /** Why there is no attachment. */
  readonly problem?: string;
  /** Whether the page cannot be drawn, so that other ways are offered. */
  readonly stuck?: boolean;
  readonly note?: string;
  /** Whether the other ways were asked for before they were there. */
  readonly menu?: boolean;
}

/** Where attachments are made: the panel, and the message they go with. */
export interface Desk extends Panel {
  /** What the message has already. */
  readonly list: readonly Attachment[];
  readonly change: ChangeAttachments;
  /** What is under way; aborted when the visitor cancels or goes elsewhere. */
  readonly task: { current: AbortController | undefined };
  readonly say: (said: Said) => void;
}
