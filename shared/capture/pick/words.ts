import type { Point } from './geometry.ts';

/** Puts values into the `{name}` slots of a text; numbers as whole ones. */
export function fill(text: string, values: object): string {
  const known = new Map(Object.entries(values));
  return text.replace(/\{(\w+)\}/g, (slot, name: string) => {
    const value: unknown = known.get(name);
    return typeof value === 'number' ? `${Math.round(value)}` : typeof value === 'string' ? value : slot;
  });
}

/** Where the arrow keys point. */
export const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
