// Pages that make it hard: what is on them stands at known places, so that a picture of them can be checked.
import { demoProjectKey } from '../../../supabase/local/demo.ts';
import { stack } from '../../support/callers.ts';
import type { Area } from '../support/picture.ts';

/** The widget's script tag. */
export const tag = (): string =>
  `<script async src="/hearback/hearback.js" data-project="${demoProjectKey}" data-api="${stack().apiUrl}"></script>`;

export type Colour = readonly [red: number, green: number, blue: number];

/** Where what can be seen on the page stands, in CSS pixels of the window. */
export const marks: Record<'green' | 'blue' | 'secret' | 'ground', { area: Area; colour: Colour }> = {
  green: { area: { x: 40, y: 40, width: 200, height: 120 }, colour: [0, 160, 60] },
  blue: { area: { x: 40, y: 200, width: 200, height: 120 }, colour: [20, 60, 220] },
  secret: { area: { x: 300, y: 40, width: 200, height: 120 }, colour: [31, 35, 40] },
  ground: { area: { x: 4, y: 4, width: 30, height: 30 }, colour: [255, 250, 230] },
};

const rgb = (colour: Colour) => `rgb(${colour.join(' ')})`;
const box = ({ x, y, width, height }: Area) =>
  `position: absolute; left: ${x}px; top: ${y}px; width: ${width}px; height: ${height}px; margin: 0;`;

/** The sheet of the page with the marks: a ground, two boxes of one colour each, and one that nobody may see. */
export const sheet = (): string => `
  html { background: ${rgb(marks.ground.colour)}; }
  body { margin: 0; font: 16px/1.4 sans-serif; }
  #green { ${box(marks.green.area)} background: ${rgb(marks.green.colour)}; }
  #blue { ${box(marks.blue.area)} background: ${rgb(marks.blue.colour)}; }
  #secret { ${box(marks.secret.area)} background: ${rgb([250, 20, 20])}; }
  p { position: absolute; left: 40px; top: 340px; }`;

export const content = `<div id="green"></div><div id="blue"></div>
  <div id="secret" data-private>4111 1111 1111 1111</div>
  <p>Some words of the page, and <a href="#more">a link</a>.</p>`;

/** The page with the marks. `head` comes before everything, `body` after what is on it and before the widget. */
export const pageWith = (head = '', body = '', styles = `<style>${sheet()}</style>`): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>${head}${styles}</head>
  <body>${content}${body}${tag()}</body></html>`;
