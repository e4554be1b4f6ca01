import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildWidget } from './build.ts';
import { bytesToOpen, scriptSizes } from './sizes.ts';

let outDir: string;
beforeAll(async () => {
  outDir = mkdtempSync(join(tmpdir(), 'hearback-widget-'));
  await buildWidget({ outDir, log: () => {} });
}, 60_000);
afterAll(() => rmSync(outDir, { recursive: true, force: true }));

const read = (file: string) => readFileSync(join(outDir, file), 'utf8');
const sizeOf = (name: string) => scriptSizes(outDir).find(({ file }) => file === name)?.gzip;

test('before the first click a page loads no more than 3 KB', () => {
  expect(sizeOf('hearback.js')).toBeLessThanOrEqual(3000);
  expect(sizeOf('index.js')).toBeLessThanOrEqual(3000);
});

test('the panel with the form comes with no more than 16 KB', () => {
  expect(bytesToOpen(outDir, 'app')).toBeLessThanOrEqual(16_000);
});

test('asking whether a survey is due does not fetch the panel', () => {
  expect(bytesToOpen(outDir, 'survey')).toBeLessThanOrEqual(2000);
});

test('the script can be read in any encoding', () => {
  expect(/^[\0-\x7f]*$/.test(read('hearback.js'))).toBe(true);
});

test('nothing is made from text that would need an exception in a content security policy', () => {
  const code = readdirSync(join(outDir, 'chunks'))
    .filter(
      (file) =>
        /^(app|form|open|client|sender|room|editor|list|thread|suggest|put)/.test(file) &&
        file.endsWith('.js'),
    )
    .map((file) => read(join('chunks', file)))
    .concat(read('hearback.js'));
  for (const text of code)
    expect(text).not.toMatch(/\beval\(|new Function\(|document\.write|insertAdjacentHTML/);
});

test('the package names its module, its types and its script', () => {
  const manifest = JSON.parse(read('package.json'));
  for (const file of [
    manifest.exports['.'].default,
    manifest.exports['.'].types,
    manifest.exports['./hearback.js'],
  ]) {
    expect(read(file).length).toBeGreaterThan(0);
  }
  expect(read('index.d.ts')).toContain('export declare function init(options: Options): Hearback');
});
