import { number, styleOf } from './measure.ts';

/** What a shape is drawn with. */
export interface Ink {
  /** A colour or `none`, as is `stroke`. */
  readonly fill: string;
  readonly stroke: string;
  readonly width: number;
}

/**
 * @param around what is inherited where the element is drawn by a `use`: its computed style is that of where it was
 *   written, so only what it says itself counts; null where its computed style is right
 */
export function inkOf(element: SVGElement, around: Ink | null): Ink {
  const style = styleOf(element);
  const own = (name: string) => !around || element.hasAttribute(name);
  return {
    fill: own('fill') ? plain(element, style?.fill) : (around?.fill ?? 'none'),
    stroke: own('stroke') ? plain(element, style?.stroke) : (around?.stroke ?? 'none'),
    width: own('stroke-width') ? number(style?.strokeWidth, 1) : (around?.width ?? 1),
  };
}

/** A colour; of a gradient its first one. */
function plain(element: SVGElement, value = 'none'): string {
  const id = /^url\(["']?#([^"')]+)/.exec(value)?.[1];
  if (id === undefined) return value;
  const stop = element.ownerDocument.getElementById(id)?.querySelector('stop');
  return (stop && styleOf(stop)?.stopColor) ?? 'none';
}
