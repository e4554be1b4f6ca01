import { afterAll, beforeAll, expect, test } from 'vitest';
import { casePages, pageName } from '../bench/capture/pages.ts';
import { type FidelityKit, fidelityKit } from './kit.ts';

/** Share of pixels that may be off the browser's own picture. */
const LIMIT = 0.001;

/** Cases that are not that near, and why. */
const LIMITS: Record<string, number> = {
  // Two broken images: the browser's own icon lies elsewhere.
  'cases/content/images': 0.006,
  // The fallback engine draws it; borders and letters are its own.
  'cases/hostile/strict-policy': 0.015,
  // Chromium makes room for ruby and emphasis marks within SVG that it does not make in a page.
  'cases/text/ruby': 0.05,
  // A font that a script made from an address which nobody can ask it for.
  'cases/text/web-fonts': 0.01,
  // The corner of a text area, and an endless progress bar that stands elsewhere.
  'cases/paint/dark': 0.003,
  // A box stands for a text field that is scrolled within.
  'cases/state/forms': 0.006,
  // Attributes and characters that XML cannot hold are not in the copy, nor are the rules that go by them.
  'cases/hostile/names': 0.06,
  // No copy is in quirks mode: heights of cells and the case of class names count as the standard says.
  'cases/layout/quirks': 0.08,
  // Letters in perspective lie at other fractions of pixels.
  'cases/layout/transforms': 0.01,
  // Random noise of a filter, by other numbers.
  'cases/paint/filters': 0.003,
};

let kit: FidelityKit;
beforeAll(async () => {
  kit = await fidelityKit('cases');
}, 60_000);
afterAll(() => kit?.close());

test.each(casePages().map((page) => [pageName(page), page] as const))(
  'a picture of %s is what the browser itself shows, at the top and scrolled',
  async (name, page) => {
    expect(await kit.faults(page, 1, ['top', 'scrolled'], LIMITS[name] ?? LIMIT)).toEqual([]);
  },
  60_000,
);
