import { chromium } from 'playwright';
import { headless } from '../../scripts/browser.ts';
import { makeJudge } from '../bench/capture/compare.ts';
import { buildEngine } from '../bench/capture/engines.ts';
import type { BenchPage } from '../bench/capture/pages.ts';
import { type At, shoot } from '../bench/capture/shoot.ts';
import { type SiteName, serveSites } from '../bench/capture/sites.ts';

/** What the benchmark measures with, cut to our own engine and the sites of one test file. */
export async function fidelityKit(...names: SiteName[]) {
  const engine = await buildEngine('ours');
  const sites = await serveSites(names, [engine]);
  const browser = await chromium.launch(headless());
  const bench = { browser, sites, judge: await makeJudge(browser) };
  return {
    /**
     * Takes a page and says which places are further off the browser's own picture than the limit, or failed; none
     * where all is well.
     * @param limit share of pixels, 0–1
     */
    async faults(page: BenchPage, dpr: number, places: readonly At[], limit: number): Promise<string[]> {
      const shots = await shoot(bench, { page, dpr, places }, engine, 1);
      if (shots.length === 0) throw new Error('no picture was taken');
      return shots
        .filter(({ off, failure }) => failure !== null || off > limit)
        .map(
          ({ at, off, failure }) => `${at}: ${(off * 100).toFixed(2)} % off${failure ? `, ${failure}` : ''}`,
        );
    },
    async close() {
      await browser.close();
      await sites.close();
    },
  };
}

export type FidelityKit = Awaited<ReturnType<typeof fidelityKit>>;
