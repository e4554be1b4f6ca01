import type { Arrow, Box, Pen, Redaction, Step, Text } from './document.ts';

/** One shape of each sort for tests. Not part of any bundle. */
const red = { colour: 'red', thickness: 4 } as const;

export const box: Box = { kind: 'box', id: 'box', x: 10, y: 20, width: 100, height: 50, ...red };

export const arrow: Arrow = {
  kind: 'arrow',
  id: 'arrow',
  from: { x: 0, y: 0 },
  to: { x: 50, y: 50 },
  colour: 'blue',
  thickness: 2,
};

export const pen: Pen = { kind: 'pen', id: 'pen', points: [10, 10, 0.5, 60, 10, 0.5, 60, 40, 0.5], ...red };

export const text: Text = {
  kind: 'text',
  id: 'text',
  x: 20,
  y: 30,
  width: 0,
  height: 0,
  text: 'Total',
  colour: 'red',
  size: 10,
  wraps: false,
};

export const step: Step = {
  kind: 'step',
  id: 'step',
  at: { x: 50, y: 60 },
  number: 1,
  colour: 'red',
  size: 24,
};

export const redaction: Redaction = { kind: 'redaction', id: 'secret', x: 5, y: 5, width: 20, height: 10 };
