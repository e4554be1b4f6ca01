import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const types = readFileSync(new URL('./public.ts', import.meta.url), 'utf8');
const page = readFileSync(new URL('../docs/widget.md', import.meta.url), 'utf8');

/** The members of an interface of public.ts. */
function membersOf(name: string): string[] {
  const [, body = ''] = types.match(new RegExp(`^export interface ${name} {\\n(.*?)^}`, 'ms')) ?? [];
  return [...body.matchAll(/^ {2}'?([\w-]+)'?\??[:(<]/gm)].map(([, member = '']) => member);
}
/** The names in the first column of the tables of a section. */
function rowsOf(section: string): string[] {
  const [, text = ''] = page.match(new RegExp(`^##+ ${section}\\n(.*?)^#`, 'ms')) ?? [];
  return [...text.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([\w-]+)[^`]*`/g)].map(([, name = '']) => name),
  );
}

test.each([
  ['Options', 'Options', 18],
  ['Hearback', 'Methods', 10],
  ['Events', 'Events', 12],
] as const)('the page names every member of %s, and no other', (name, section, least) => {
  expect(membersOf(name).length).toBeGreaterThanOrEqual(least);
  expect(rowsOf(section).sort()).toEqual(membersOf(name).sort());
});

test('the page names every view', () => {
  const [, views = ''] = types.match(/^export type View = (.*);$/m) ?? [];
  const open = page.split('\n').find((line) => line.startsWith('| `open(view?)`')) ?? '';
  for (const view of views.split(' | ')) expect(open).toContain(view);
});
