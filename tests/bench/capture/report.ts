import type { Row } from '../row.ts';
import { type EngineName, engineNames } from './engines.ts';
import type { Shot } from './shoot.ts';

const percent = (share: number) => `${(share * 100).toFixed(2)} %`;

/** The value below which the given share of the values lies (nearest rank); NaN without values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

function cell(shot: Shot | undefined): string {
  if (!shot) return '';
  if (shot.times.length === 0) return `failed: ${shot.failure?.slice(0, 40)}`;
  const times = shot.times.map((time) => time.toFixed(0)).join('/');
  return `${percent(shot.off)} ${times}${shot.failure === null ? '' : ` (${shot.failure})`}`;
}

const WIDTHS = { name: 46, cell: 28 };
const row = (name: string, cells: readonly string[]) =>
  [name.padEnd(WIDTHS.name), ...cells.map((text) => text.padEnd(WIDTHS.cell))].join(' ').trimEnd();

/** The head of the table that `tableLines` fills. */
export const tableHead = (engines: readonly EngineName[]): string => row('page', engines);

/** One line for every place and resolution of a page; in each engine's column its share off and its times in ms. */
export function tableLines(shots: readonly Shot[], engines: readonly EngineName[]): string[] {
  const lines = new Map<string, Map<EngineName, Shot>>();
  for (const shot of shots) {
    const name = placeName(shot);
    lines.set(name, (lines.get(name) ?? new Map()).set(shot.engine, shot));
  }
  return [...lines].map(([name, by]) =>
    row(
      name,
      engines.map((engine) => cell(by.get(engine))),
    ),
  );
}

const placeName = ({ page, at, dpr }: Shot) => `${page} ${at} @${dpr}`;

/** What an engine did over all its pictures, in one text; a failed picture counts as wholly off. */
function summary(shots: readonly Shot[]): string {
  const off = shots.map((shot) => shot.off);
  const times = shots.flatMap((shot) => shot.times.slice(0, 1));
  const failures = shots.filter((shot) => shot.failure !== null).length;
  return `median ${percent(quantile(off, 0.5))}, 95th ${percent(quantile(off, 0.95))}, worst ${percent(Math.max(...off))}, ${failures} failed of ${off.length}, ${quantile(times, 0.5).toFixed(0)} ms`;
}

/** The peers' summaries and ours over the very same pictures, so that the figures can be set side by side. */
export function printSummaries(shots: readonly Shot[]): void {
  for (const name of engineNames) {
    const own = shots.filter((shot) => shot.engine === name);
    if (own.length > 0) console.log(`${name}: ${summary(own)}`);
    if (name === 'ours' || own.length === 0) continue;
    const same = new Set(own.map(placeName));
    const ours = shots.filter((shot) => shot.engine === 'ours' && same.has(placeName(shot)));
    if (ours.length > 0) console.log(`  ours over the same pictures: ${summary(ours)}`);
  }
}

/** The budgets of fidelity. */
export function fidelityRows(shots: readonly Shot[]): Row[] {
  const of = (name: EngineName) => shots.filter((shot) => shot.engine === name);
  const ours = of('ours');
  if (ours.length === 0) return [];
  const off = ours.map((shot) => shot.off);
  const [median, high] = [quantile(off, 0.5), quantile(off, 0.95)];
  const worst = ours.toSorted((a, b) => b.off - a.off)[0];
  const failures = ours.filter((shot) => shot.failure !== null);
  const peers = (share: number) =>
    engineNames
      .filter((name) => name !== 'ours' && of(name).length > 0)
      .map(
        (name) =>
          `${name} ${percent(
            quantile(
              of(name).map((shot) => shot.off),
              share,
            ),
          )}`,
      )
      .join(', ');
  return [
    {
      what: `capture: pixels off, median of ${ours.length} pictures`,
      budget: '≤ 0.5 %',
      value: percent(median),
      peer: peers(0.5),
      met: median <= 0.005,
    },
    {
      what: 'capture: pixels off, 95th percentile',
      budget: '≤ 3 %',
      value: `${percent(high)} (worst ${percent(worst?.off ?? 0)}: ${worst?.page} ${worst?.at} @${worst?.dpr})`,
      peer: peers(0.95),
      met: high <= 0.03,
    },
    {
      what: 'capture: no page fails',
      budget: '0',
      value:
        `${failures.length} ${failures.map((shot) => `${shot.page} ${shot.at}: ${shot.failure}`).join('; ')}`.trim(),
      peer: engineNames
        .filter((name) => name !== 'ours' && of(name).length > 0)
        .map((name) => `${name} ${of(name).filter((shot) => shot.failure !== null).length}`)
        .join(', '),
      met: failures.length === 0,
    },
  ];
}
