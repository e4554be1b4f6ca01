import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildWidget } from './build.ts';
import { bytesToOpen, scriptSizes } from './sizes.ts';

const isWindows = process.platform === 'win32';
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
  expect(bytesToOpen(outDir, 'core', 'app')).toBeLessThanOrEqual(16 * 1024);
});

test('asking whether a survey is due does not fetch the panel', () => {
  expect(bytesToOpen(outDir, 'survey')).toBeLessThanOrEqual(2000);
});

test('what sends brings along how home says that something waits: later there may be no network', () => {
  const chunk = (name: string) =>
    readdirSync(join(outDir, 'chunks')).find((file) => file.startsWith(name) && file.endsWith('.js')) ?? '-';
  expect(read(join('chunks', chunk('sending-view-')))).toContain(chunk('waiting-'));
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

test('the package is fit to be published', { timeout: 60_000 }, async () => {
  const { messages, pkg } = await publint({ pkgDir: outDir, strict: true });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});

test('its types are found however a module is looked up; CommonJS is told that it is none', {
  timeout: 60_000,
}, async () => {
  execFileSync('npm', ['pack', '--silent', '--pack-destination', outDir], { cwd: outDir, shell: isWindows });
  const packed = readdirSync(outDir).find((file) => file.endsWith('.tgz')) ?? '';
  const result = await checkPackage(
    createPackageFromTarballData(new Uint8Array(readFileSync(join(outDir, packed)))),
  );
  if (!result.types) throw new Error('the package has no types');
  expect(Object.keys(result.entrypoints)).toEqual(
    expect.arrayContaining(['.', './react', './vue', './hearback.js']),
  );
  expect(result.problems.filter(({ kind }) => kind !== 'CJSResolvesToESM')).toEqual([]);
});

test('a product in strict TypeScript may use all of it, and misuse is told', { timeout: 60_000 }, () => {
  const use = (name: string, code: string) => writeFileSync(join(outDir, name), code);
  use('right.ts', right);
  use('wrong.ts', wrong);
  const { stdout } = spawnSync(
    process.execPath,
    [
      fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url)),
      ...'--noEmit --strict --exactOptionalPropertyTypes --module esnext --moduleResolution bundler --target es2022'.split(
        ' ',
      ),
      'right.ts',
      'wrong.ts',
    ],
    { cwd: outDir, encoding: 'utf8' },
  );
  const lines = [...stdout.matchAll(/^(\w+\.ts)\((\d+),/gm)].map(([, file, line]) => `${file}:${line}`);
  expect([...new Set(lines)]).toEqual(['wrong.ts:3', 'wrong.ts:4', 'wrong.ts:5']);
});

const right = `import { init, type Outgoing, type Hearback } from './index.js';
import './hearback.js';
const hearback: Hearback = init({
  project: 'pk_12345678', api: 'https://a.test', locale: 'de', strings: { de: { 'launcher.label': 'Hilfe' } },
  beforeSend: (message: Outgoing) => (message.body?.includes('secret') ? null : { ...message, body: '' }),
});
const end: () => void = hearback.on('sent', (sent) => console.log(sent.type === 'conversation' ? sent.number : sent.id));
document.addEventListener('hearback:unread', ({ detail }) => console.log(detail.count.toFixed()));
const { verified } = await hearback.identify({ id: '1', traits: { plan: 'pro', seats: 3 } }, 't=1,v1=ab');
console.log(verified, end);
export {};
`;

const wrong = `import { init } from './index.js';
const ok = { project: 'pk_12345678', api: 'https://a.test' };
init({ ...ok, strings: { en: { 'launcher.nothing': '' } } });
init(ok).open('nowhere');
init(ok).on('sneezed', () => {});
export {};
`;

test('every script is listed with its hash, and a changed one is told from it', () => {
  const hashes: Record<string, string> = JSON.parse(read('integrity.json'));
  const scripts = [
    'hearback.js',
    'index.js',
    'react.js',
    'vue.js',
    ...readdirSync(join(outDir, 'chunks')).flatMap((file) =>
      file.endsWith('.js') ? [`chunks/${file}`] : [],
    ),
  ];
  expect(Object.keys(hashes).sort()).toEqual(scripts.sort());
  expect(hashes['hearback.js']).toBe(
    `sha384-${createHash('sha384').update(read('hearback.js')).digest('base64')}`,
  );
});
