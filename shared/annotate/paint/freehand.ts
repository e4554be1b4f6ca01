import type { Pen } from '../model/document.ts';

/** The outline of a pen's stroke as SVG path data. */
export type Outline = (stroke: Pick<Pen, 'points' | 'thickness'>) => string;

let outline: Outline | null = null;

/** What draws a pen's stroke as wide as it was pressed; null until it is there, and a stroke is an even line. */
export const freehand = (): Outline | null => outline;

/** Called by `pen.ts` when it is loaded. */
export function provideFreehand(given: Outline): void {
  outline = given;
}

/** Fetches it. It is a tenth of the editor and most pictures do without, so it comes with the first pen. */
export async function fetchFreehand(): Promise<void> {
  await import('./pen.ts');
}
