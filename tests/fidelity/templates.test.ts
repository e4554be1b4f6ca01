import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SiteName } from '../bench/capture/sites.ts';
import { type FidelityKit, fidelityKit } from './kit.ts';

/** Share of pixels that may be off the browser's own picture, on pages that nobody here wrote. */
const LIMIT = 0.002;
const viewport = { width: 1280, height: 800 };

let kit: FidelityKit;
beforeAll(async () => {
  kit = await fidelityKit('sb-admin-2');
}, 60_000);
afterAll(() => kit?.close());

test.each([
  ['index', 1],
  ['index', 1.5],
  ['index', 2],
  ['tables', 1],
  ['charts', 2],
  ['login', 1],
])(
  'a picture of the template page %s at %d pixels per CSS pixel is what the browser itself shows',
  async (name, dpr) => {
    const page = { site: 'sb-admin-2' satisfies SiteName, path: `${name}.html`, viewport } as const;
    expect(await kit.faults(page, dpr, ['top', 'scrolled'], LIMIT)).toEqual([]);
  },
  60_000,
);
