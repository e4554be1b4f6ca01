import type { PrivacyTest } from '../masks/select.ts';
import type { PageView, Rect } from '../types.ts';

/** What an engine is asked to draw. */
export interface EngineTask {
  readonly document: Document;
  /** Elements that are in no picture: our own. */
  readonly exclude: readonly Element[];
  readonly isPrivate: PrivacyTest;
  /** Whether no text at all may be shown. */
  readonly maskText: boolean;
  readonly scale: number;
  readonly signal: AbortSignal;
}

/** What an engine drew: the viewport with the ground beneath it, nothing masked yet. */
export interface Drawing {
  readonly bitmap: HTMLCanvasElement;
  /** What was on screen when the page was read, and where its private parts were at that same moment. */
  readonly view: PageView;
  readonly masks: readonly Rect[];
}

export type Engine = (task: EngineTask) => Promise<Drawing>;
