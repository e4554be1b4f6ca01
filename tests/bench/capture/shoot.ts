import type { Browser, Page } from 'playwright';
import type { Judge } from './compare.ts';
import type { BuiltEngine, EngineName } from './engines.ts';
import { type BenchPage, pageName } from './pages.ts';
import type { Sites } from './sites.ts';
import { closePage, enginePicture, ignoredAreas, openPage, referencePicture, scrollDown } from './tab.ts';

export type At = 'top' | 'scrolled';

/** One picture by one engine beside the browser's own. */
export type Shot = {
  readonly page: string;
  readonly at: At;
  readonly dpr: number;
  readonly engine: EngineName;
  /** Share of pixels off, 0–1; 1 for a failure. */
  readonly off: number;
  /** What each call took, in milliseconds; none for a failure. */
  readonly times: readonly number[];
  /** Which rung drew it. */
  readonly source: string;
  /** What went wrong, or null. */
  readonly failure: string | null;
  /** The three pictures, PNG in base64, where there are any. */
  readonly pictures: { readonly reference: string; readonly picture: string; readonly diff: string } | null;
};

/** What is measured with: one browser, the sites it reads, the judge. */
export type Bench = { readonly browser: Browser; readonly sites: Sites; readonly judge: Judge };

export type Place = { readonly page: BenchPage; readonly dpr: number; readonly places: readonly At[] };

/** Share of pixels from which on it is asked whether the page itself has moved meanwhile. */
const DOUBTFUL = 0.005;

/**
 * Takes a page by one engine, in a window of its own, as an engine may leave a page changed. The place "scrolled"
 * is left out where the page has nothing to scroll.
 * @param calls how often the engine is asked per place
 */
export async function shoot(
  bench: Bench,
  { page, dpr, places }: Place,
  engine: BuiltEngine,
  calls: number,
): Promise<Shot[]> {
  const shots: Shot[] = [];
  const tab = await openPage(bench.browser, bench.sites.url(page.site, page.path), page, dpr);
  try {
    for (const at of places) {
      if (at === 'scrolled' && !(await scrollDown(tab))) continue;
      const shot = await shootOnce(bench.judge, tab, engine, calls, dpr);
      shots.push({ page: pageName(page), at, dpr, engine: engine.name, ...shot });
    }
  } finally {
    await closePage(tab);
  }
  return shots;
}

type Result = Omit<Shot, 'page' | 'at' | 'dpr' | 'engine'>;

async function shootOnce(
  judge: Judge,
  tab: Page,
  engine: BuiltEngine,
  calls: number,
  dpr: number,
): Promise<Result> {
  const failed = (failure: string): Result => ({
    off: 1,
    times: [],
    source: '',
    failure: failure.split('\n')[0] ?? '',
    pictures: null,
  });
  try {
    let times: readonly number[] = [];
    for (let attempt = 1; ; attempt++) {
      const reference = (await referencePicture(tab)).toString('base64');
      const { png, source, ...measured } = await enginePicture(tab, engine, attempt === 1 ? calls : 1);
      if (attempt === 1) times = measured.times;
      const ignore = (await ignoredAreas(tab)).map((area) => ({
        x: area.x * dpr,
        y: area.y * dpr,
        width: area.width * dpr,
        height: area.height * dpr,
      }));
      const { off, blank, sizes, diff } = await judge.compare(reference, png, ignore);
      if (off > DOUBTFUL && attempt < 3) {
        const after = (await tab.screenshot()).toString('base64');
        if ((await judge.compare(reference, after, ignore)).off > DOUBTFUL / 5) continue;
      }
      const failure = blank ? 'blank' : sizes;
      return { off, times, source, failure, pictures: { reference, picture: png, diff } };
    }
  } catch (cause) {
    return failed(cause instanceof Error ? cause.message : String(cause));
  }
}
