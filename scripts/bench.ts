// npm run bench: each budget of the design beside what is measured now. `npm run bench -- widget` runs only that
// file; `--name=value` is handed to the benchmarks.
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Bench, Row } from '../tests/bench/row.ts';
import { root } from './commands.ts';

const files = globSync('tests/bench/*.bench.ts', { cwd: root }).sort();
const given = process.argv.slice(2);
const wanted = given.filter((name) => !name.startsWith('--'));
const options = new Map(
  given.flatMap((option) => {
    const [, name = '', value = ''] = /^--([\w-]+)(?:=(.*))?$/.exec(option) ?? [];
    return name === '' ? [] : [[name, value] as const];
  }),
);
const names = files.map((file) => basename(file, '.bench.ts'));
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`No such benchmark: ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
  process.exit(2);
}

const rows: Row[] = [];
for (const [place, file] of files.entries()) {
  if (wanted.length > 0 && !wanted.includes(names[place] ?? '')) continue;
  console.log(`measuring: ${names[place]} …`);
  const module: { bench: Bench } = await import(join(root, file));
  rows.push(...(await module.bench(options)));
}

const columns: (keyof Omit<Row, 'met'>)[] = ['what', 'budget', 'value', 'peer'];
const widths = columns.map((column) => Math.max(column.length, ...rows.map((row) => row[column].length)));
const line = (cells: readonly string[]) =>
  cells
    .map((cell, place) => cell.padEnd(widths[place] ?? 0))
    .join('  ')
    .trimEnd();

console.log(`\n   ${line(columns)}`);
for (const row of rows) console.log(`${row.met ? '✓' : '✗'}  ${line(columns.map((column) => row[column]))}`);
const missed = rows.filter((row) => !row.met).length;
console.log(`\n${rows.length - missed} of ${rows.length} budgets met.`);
