import type { Edit } from './model/commands.ts';
import type { AnnotationDocument, Pen, Shape, Size, Text } from './model/document.ts';
import type { Mark } from './paint/marks.ts';
import type { Measure } from './paint/width.ts';

/** What is needed once there is a text. */
export interface TextPart {
  /** See `model/text.ts`. */
  readonly cleanText: (text: string) => string;
  readonly fitText: (shape: Shape, size: Size, measure: Measure) => Shape;
  /** What is painted for it, one mark a line. */
  readonly textMarks: (text: Text, measure: Measure) => Mark[];
}

interface Parts {
  /** Changes shapes that are there, and the crop. Until it is there they stay as they are. */
  edit?: (document: AnnotationDocument, command: Edit, measure: Measure) => AnnotationDocument;
  /** See `model/geometry/simplify.ts`. Until it is there no stroke can be added. */
  simplified?: (points: readonly number[], thickness: number) => number[];
  /** The outline of a pen's stroke as SVG path data, as wide as it was pressed. Until it is there strokes are even. */
  penPath?: (stroke: Pick<Pen, 'points' | 'thickness'>) => string;
  /** Until it is there a text is not seen and keeps its size. */
  text?: TextPart;
}

/**
 * What most pictures do without. Each part puts itself in here when its module is loaded: `model/edits.ts`,
 * `model/geometry/simplify.ts`, `paint/pen.ts`, `paint/text.ts`. The editor fetches one when it is first needed; whoever makes a file imports them all.
 */
export const later: Parts = {};
