// The marks of the demo's pictures, told by the elements they belong to.
import type { Colour, Point, Shape, Size } from '../../../../shared/annotate/model/document.ts';
import { fitText } from '../../../../shared/annotate/model/text.ts';
import { measureText } from '../../../../shared/annotate/paint/measure.ts';

/** A place within an element: 0 is its left or upper edge, 1 the other one. */
export type Place = readonly [x: number, y: number];

type Around = { readonly from?: Place; readonly to?: Place };
type Coloured = { readonly colour?: Colour };
/** Each names its element by a selector. Frames without places go around it. */
export type Mark =
  | ({ readonly box: string } & Around & Coloured)
  | ({ readonly ellipse: string } & Around & Coloured)
  | ({ readonly redact: string } & Around)
  | ({ readonly arrow: string; readonly from: Place; readonly to: Place } & Coloured)
  | ({ readonly line: string; readonly from: Place; readonly to: Place } & Coloured)
  | ({ readonly highlight: string; readonly from: Place; readonly to: Place } & Coloured)
  | ({ readonly pen: string; readonly through: readonly Place[] } & Coloured)
  /** `at` is its upper left corner. */
  | ({ readonly text: string; readonly at: Place; readonly words: string } & Coloured)
  | ({ readonly step: string; readonly at: Place; readonly number: number } & Coloured);

// In CSS pixels.
const margin = 6;
const thickness = 4;
const textSize = 19;
const discSize = 30;
const highlighterThickness = 20;

/** The mark as a shape of a picture with `scale` pixels a CSS pixel. */
export function shapeOf(mark: Mark, id: string, scale: number, picture: Size): Shape {
  const at = placesOn(selectorOf(mark), scale);
  const colour = ('colour' in mark && mark.colour) || 'red';
  const stroke = { id, colour, thickness: thickness * scale };
  if ('arrow' in mark) return { ...stroke, kind: 'arrow', from: at(mark.from), to: at(mark.to) };
  if ('line' in mark) return { ...stroke, kind: 'line', from: at(mark.from), to: at(mark.to) };
  if ('pen' in mark) return { ...stroke, kind: 'pen', points: pointsOf(smooth(mark.through).map(at)) };
  if ('highlight' in mark) {
    const points = pointsOf([at(mark.from), at(mark.to)]);
    const thick = highlighterThickness * scale;
    return { id, kind: 'highlighter', colour: mark.colour ?? 'yellow', thickness: thick, points };
  }
  if ('step' in mark)
    return { id, kind: 'step', at: at(mark.at), number: mark.number, colour, size: discSize * scale };
  if ('text' in mark) {
    const size = textSize * scale;
    const box = { ...at(mark.at), width: 1, height: 1 };
    return fitText(
      { id, kind: 'text', ...box, text: mark.words, colour, size, wraps: false },
      picture,
      measureText,
    );
  }
  const rect = rectOf(mark, at, scale);
  if ('redact' in mark) return { id, kind: 'redaction', ...rect };
  return { ...stroke, kind: 'ellipse' in mark ? 'ellipse' : 'box', ...rect };
}

function selectorOf(mark: Mark): string {
  if ('box' in mark) return mark.box;
  if ('ellipse' in mark) return mark.ellipse;
  if ('redact' in mark) return mark.redact;
  if ('arrow' in mark) return mark.arrow;
  if ('line' in mark) return mark.line;
  if ('highlight' in mark) return mark.highlight;
  if ('pen' in mark) return mark.pen;
  return 'text' in mark ? mark.text : mark.step;
}

function placesOn(selector: string, scale: number): (place: Place) => Point {
  const element = document.querySelector(selector);
  if (element === null) throw new Error(`The page has no ${selector}.`);
  const area = element.getBoundingClientRect();
  return ([x, y]) => ({
    x: Math.round((area.x + x * area.width) * scale),
    y: Math.round((area.y + y * area.height) * scale),
  });
}

function rectOf({ from, to }: Around, at: (place: Place) => Point, scale: number) {
  const [start, end] = [at(from ?? [0, 0]), at(to ?? [1, 1])];
  const rim = from === undefined ? margin * scale : 0;
  const x = Math.max(0, start.x - rim);
  const y = Math.max(0, start.y - rim);
  return { x, y, width: end.x + rim - x, height: end.y + rim - y };
}

const pointsOf = (points: readonly Point[]) => points.flatMap(({ x, y }) => [x, y, 0.5]);

/** A hand draws no corners: a curve through the places (Catmull-Rom). */
function smooth(places: readonly Place[]): Place[] {
  return places.flatMap((here, index) => {
    const before = places[index - 1] ?? here;
    const next = places[index + 1];
    const after = places[index + 2] ?? next;
    if (!next || !after) return [here];
    return [0, 0.25, 0.5, 0.75].map(
      (t): Place => [
        curve(before[0], here[0], next[0], after[0], t),
        curve(before[1], here[1], next[1], after[1], t),
      ],
    );
  });
}

const curve = (a: number, b: number, c: number, d: number, t: number) =>
  0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t ** 2 + (3 * b - a - 3 * c + d) * t ** 3);
