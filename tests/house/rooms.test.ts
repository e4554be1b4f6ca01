import { expect, test } from 'vitest';
import { relativeImports, sources } from './sources.ts';

const apps = ['widget', 'extension', 'inbox'];
const endings = ['ts', 'tsx'];

function crossings(folders: readonly string[], allowed: (from: string, to: string) => boolean): string[] {
  return sources(folders, endings).flatMap((file) =>
    relativeImports(file)
      .filter((target) => !allowed(file.path, target))
      .map((target) => `${file.path} → ${target}`),
  );
}

test('shared imports no other room', () => {
  expect(crossings(['shared'], (_, to) => to.startsWith('shared/'))).toEqual([]);
});

test.each(apps)('%s imports itself and shared only', (room) => {
  expect(crossings([room], (_, to) => to.startsWith(`${room}/`) || to.startsWith('shared/'))).toEqual([]);
});

test('functions import themselves, shared/domain and shared/redact only, with endings that Deno reads', () => {
  const inside = (_: string, to: string) =>
    ['supabase/functions/', 'shared/domain/', 'shared/redact/'].some((room) => to.startsWith(room)) &&
    to.endsWith('.ts');
  expect(crossings(['supabase/functions'], inside)).toEqual([]);
});

test('shared/redact runs anywhere: it imports itself and shared/domain', () => {
  const inside = (_: string, to: string) =>
    to.startsWith('shared/redact/') || to.startsWith('shared/domain/');
  expect(crossings(['shared/redact'], inside)).toEqual([]);
});

test('shared/domain runs anywhere: it imports itself and zod', () => {
  expect(crossings(['shared/domain'], (_, to) => to.startsWith('shared/domain/'))).toEqual([]);
  for (const file of sources(['shared/domain'], endings)) {
    const packages = [...file.text.matchAll(/from '([^.'][^']*)'/g)].map((match) => match[1]);
    expect(
      packages.filter((name) => name !== 'zod'),
      file.path,
    ).toEqual([]);
  }
});
