import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright';
import { browserFlags, ensureBrowser } from '../../scripts/browser.ts';
import { makeJudge, VISIBLE } from './capture/compare.ts';
import { type BuiltEngine, buildEngine, engineNames } from './capture/engines.ts';
import { allPages, type BenchPage, pageName } from './capture/pages.ts';
import { fidelityRows, printSummaries, tableHead, tableLines } from './capture/report.ts';
import { type Place, type Shot, shoot } from './capture/shoot.ts';
import { serveSites, siteNames } from './capture/sites.ts';
import { PATIENCE } from './capture/tab.ts';
import { weigh } from './capture/weight.ts';
import { installPeers } from './peers.ts';
import type { Bench, BenchOptions, Row } from './row.ts';

const ROWS = 'cases/size/rows-3000';
const NODES = 'cases/size/nodes-20000';
/** Resolutions beside 1 and 2, for pages with hairlines, pictures and text. */
const MORE_RESOLUTIONS = [1.25, 1.5, 3];
const moreResolutions = [
  'sb-admin-2/index',
  'sb-admin-2/tables',
  'tailwind/index',
  'cases/paint/backgrounds',
];

/** Where the peers are asked, too, unless `--engine` names them: some take seconds for a page. */
const peerPages =
  /^(?:cases|tailwind|agency)\/|^sb-admin-2\/(?:index|cards|tables|login)$|^sb-admin\/(?:index|login)$|\/production\/(?:index|form|calendar)$/;

/**
 * How near each engine's picture is to the browser's own, and how fast. Options: `--pages=<parts of names, by comma>`,
 * `--engine=<names, by comma>`, `--dpr=<numbers, by comma>`, `--at=top|scrolled`, `--pictures=<folder>`.
 */
export const bench: Bench = async (options) => {
  installPeers();
  const wanted = new Set(options.get('engine')?.split(',') ?? engineNames);
  const engines = await Promise.all(engineNames.filter((name) => wanted.has(name)).map(buildEngine));
  const sites = await serveSites(siteNames, engines);
  const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: browserFlags });
  try {
    const kit = { browser, sites, judge: await makeJudge(browser) };
    const parts = (options.get('pages') ?? '').split(',');
    const pages = allPages().filter((page) => parts.some((part) => pageName(page).includes(part)));
    console.log(
      `A pixel is off where a channel differs by more than ${VISIBLE} of 255. Each cell: share off, ms of first/second call. ` +
        'First calls of ours include fetching the engine. The peers are asked at the top of a page at DPR 1; of the templates some pages only, unless --engine names them. Passwords, which ours covers, do not count.',
    );
    const names = engines.map((engine) => engine.name);
    console.log(tableHead(names));
    const shots: Shot[] = [];
    for (const page of pages) {
      const taken: Shot[] = [];
      for (const { place, engine, calls } of plan(page, engines, options))
        taken.push(...(await shoot(kit, place, engine, calls)));
      for (const line of tableLines(taken, names)) console.log(line);
      for (const shot of taken) await save(shot, options.get('pictures'));
      // The pictures of a whole run would fill the memory.
      shots.push(...taken.map((shot) => ({ ...shot, pictures: null })));
    }
    printSummaries(shots);
    const rows = [...fidelityRows(shots), ...speedRows(shots)];
    const ours = engines.find((engine) => engine.name === 'ours');
    const nodes = pages.find((page) => pageName(page) === NODES);
    if (ours && nodes) rows.push(...weightRows(await weigh(kit, nodes, ours)));
    return rows;
  } finally {
    await browser.close();
    await sites.close();
  }
};

type Step = { place: Place; engine: BuiltEngine; calls: number };

/** Ours at the top and scrolled, at each resolution; the peers at the top at DPR 1. */
function plan(page: BenchPage, engines: readonly BuiltEngine[], options: BenchOptions): Step[] {
  const asked = options.get('dpr')?.split(',').map(Number);
  const name = pageName(page);
  return engines.flatMap((engine): Step[] => {
    const calls = name === ROWS && engine.name !== 'ours' ? 1 : 2;
    if (engine.name !== 'ours') {
      const isAsked = options.has('engine') || peerPages.test(name);
      return isAsked ? [{ place: { page, dpr: 1, places: ['top'] }, engine, calls }] : [];
    }
    const places = (['top', 'scrolled'] as const).filter((at) => at === (options.get('at') ?? at));
    const more = moreResolutions.includes(name) ? MORE_RESOLUTIONS : [];
    return (asked ?? [1, 2, ...more]).map((dpr) => ({ place: { page, dpr, places }, engine, calls }));
  });
}

async function save({ page, at, dpr, engine, pictures }: Shot, folder: string | undefined): Promise<void> {
  if (folder === undefined || !pictures) return;
  const base = join(resolve(folder), `${page.replaceAll('/', '-')}-${at}-${dpr}x`);
  await mkdir(resolve(folder), { recursive: true });
  await writeFile(`${base}-reference.png`, Buffer.from(pictures.reference, 'base64'));
  await writeFile(`${base}-${engine}.png`, Buffer.from(pictures.picture, 'base64'));
  await writeFile(`${base}-${engine}-diff.png`, Buffer.from(pictures.diff, 'base64'));
}

/** How much faster than the maintained html2canvas on a table of 3,000 rows, by the first call of each. */
function speedRows(shots: readonly Shot[]): Row[] {
  const find = (engine: string) =>
    shots.find((shot) => shot.engine === engine && shot.page === ROWS && shot.at === 'top' && shot.dpr === 1);
  const ours = find('ours')?.times[0];
  const peer = find('html2canvas-pro');
  if (ours === undefined || peer === undefined) return [];
  // One that gave no answer took at least as long as it was waited for.
  const time = peer.times[0] ?? PATIENCE;
  return [
    {
      what: 'capture: 3,000 rows, first call',
      budget: '≥ 3× faster than html2canvas-pro',
      value: `${ours.toFixed(0)} ms, ${(time / ours).toFixed(1)}×`,
      peer: `html2canvas-pro ${peer.times.length === 0 ? 'over ' : ''}${time.toFixed(0)} ms`,
      met: time / ours >= 3,
    },
  ];
}

function weightRows({ longestTask, kept }: Awaited<ReturnType<typeof weigh>>): Row[] {
  return [
    {
      what: 'capture: 20,000 nodes, longest task',
      budget: '≤ 200 ms',
      value: `${longestTask.toFixed(0)} ms`,
      peer: '',
      met: longestTask <= 200,
    },
    {
      what: 'capture: 20,000 nodes, heap kept by three captures',
      budget: '≤ 1 MB',
      value: `${(kept / 1024 / 1024).toFixed(2)} MB`,
      peer: '',
      met: kept <= 1024 * 1024,
    },
  ];
}
