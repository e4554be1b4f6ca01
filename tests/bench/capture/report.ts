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

/** One line for every page, place and resolution; in each engine's column its share off and its times in ms. */
export function printShots(shots: readonly Shot[]): void {
  const names = engineNames.filter((name) => shots.some((shot) => shot.engine === name));
  const lines = new Map<string, Map<EngineName, Shot>>();
  for (const shot of shots) {
    const line = `${shot.page} ${shot.at} @${shot.dpr}`;
    lines.set(line, (lines.get(line) ?? new Map()).set(shot.engine, shot));
  }
  const rows = [
    ['page', ...names],
    ...[...lines].map(([line, by]) => [line, ...names.map((name) => cell(by.get(name)))]),
  ];
  const widths = names.map((_, place) => Math.max(...rows.map((row) => row[place]?.length ?? 0)));
  for (const row of rows)
    console.log(
      row
        .map((text, place) => text.padEnd(widths[place] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}

/** What an engine did over all its pictures, in one text; a failed picture counts as wholly off. */
function summary(shots: readonly Shot[]): string {
  const off = shots.map((shot) => shot.off);
  const times = shots.flatMap((shot) => shot.times.slice(0, 1));
  const failures = shots.filter((shot) => shot.failure !== null).length;
  return `median ${percent(quantile(off, 0.5))}, 95th ${percent(quantile(off, 0.95))}, worst ${percent(Math.max(...off))}, ${failures} failed of ${off.length}, ${quantile(times, 0.5).toFixed(0)} ms`;
}

/** The peers' summaries and ours over the very same pictures, so that the figures can be set side by side. */
export function printSummaries(shots: readonly Shot[]): void {
  const key = (shot: Shot) => `${shot.page} ${shot.at} @${shot.dpr}`;
  for (const name of engineNames) {
    const own = shots.filter((shot) => shot.engine === name);
    if (own.length > 0) console.log(`${name}: ${summary(own)}`);
    if (name === 'ours' || own.length === 0) continue;
    const same = new Set(own.map(key));
    const ours = shots.filter((shot) => shot.engine === 'ours' && same.has(key(shot)));
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
