import type { Stage, Wishes } from './stage.ts';

export type Hold = (
  stage: Stage,
  /** What is to be seen, in a few words. */
  state: string,
  /** Once more what a change of the window's size undoes. */
  again?: () => Promise<void>,
) => Promise<void>;

/** A way through some views of the widget; it holds still at every state that is to be looked at. */
export type Scene = {
  name: string;
  play(open: (wishes?: Wishes) => Promise<Stage>, hold: Hold): Promise<void>;
};
