import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserFlags, findBrowser } from '../../scripts/browser.ts';
import { type Judge, makeJudge } from '../bench/capture/compare.ts';
import { type BuiltEngine, buildEngine } from '../bench/capture/engines.ts';
import { casePages, pageName } from '../bench/capture/pages.ts';
import { shoot } from '../bench/capture/shoot.ts';
import { type Sites, serveSites } from '../bench/capture/sites.ts';

/** Share of pixels that may be off the browser's own picture. */
const LIMIT = 0.001;

/** Cases that are not that near, and why. */
const LIMITS: Record<string, number> = {};

let engine: BuiltEngine;
let sites: Sites;
let browser: Browser;
let judge: Judge;

beforeAll(async () => {
  engine = await buildEngine('ours');
  sites = await serveSites(['cases'], [engine]);
  const executablePath = findBrowser();
  browser = await chromium.launch({
    args: browserFlags,
    ...(executablePath !== undefined && { executablePath }),
  });
  judge = await makeJudge(browser);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await sites?.close();
});

test.each(casePages().map((page) => [pageName(page), page] as const))(
  'a picture of %s is what the browser itself shows, at the top and scrolled',
  async (name, page) => {
    const shots = await shoot(
      { browser, sites, judge },
      { page, dpr: 1, places: ['top', 'scrolled'] },
      engine,
      1,
    );
    const found = shots.map(({ at, off, failure }) => ({
      at,
      failure,
      near: off <= (LIMITS[name] ?? LIMIT),
      off,
    }));
    expect(found).toEqual(found.map((shot) => ({ ...shot, failure: null, near: true })));
  },
  60_000,
);
