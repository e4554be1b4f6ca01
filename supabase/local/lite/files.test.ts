import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileAdapter, type StorageAdapter } from './files.ts';

let root: string;
let files: StorageAdapter;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'hearback-files-'));
  files = fileAdapter(join(root, 'inside'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const bytes = (text: string) => new TextEncoder().encode(text);
const put = (key: string, text: string) =>
  files.uploadObject('bucket', key, undefined, bytes(text), 'image/png', 'max-age=60');

test('gives back what was put, with its type', async () => {
  await put('a/图片.png', 'picture');
  const { body, metadata } = await files.getObject('bucket', 'a/图片.png', undefined);
  expect(String(body)).toBe('picture');
  expect(metadata).toMatchObject({ mimetype: 'image/png', cacheControl: 'max-age=60', size: 7 });
});

test('no name leads out of the folder', async () => {
  await put('../../escaped', 'x');
  await put('/absolute/../..', 'y');
  expect(await readdir(root)).toEqual(['inside']);
  expect(String((await files.getObject('bucket', '../../escaped', undefined)).body)).toBe('x');
});

test('names that only begin alike are different files, however long they are', async () => {
  const long = 'n'.repeat(300);
  await put(`${long}1`, 'one');
  await put(`${long}2`, 'two');
  expect(String((await files.getObject('bucket', `${long}1`, undefined)).body)).toBe('one');
});

test('a deleted file leaves nothing behind', async () => {
  await put('a/b.png', 'x');
  await files.deleteObject('bucket', 'a/b.png', undefined);
  await expect(files.getObject('bucket', 'a/b.png', undefined)).rejects.toThrow();
  const left = await readdir(join(root, 'inside'), { recursive: true, withFileTypes: true });
  expect(left.filter((entry) => entry.isFile())).toEqual([]);
});

test('replacing a file leaves no draft beside it', async () => {
  await put('a.png', 'old');
  await put('a.png', 'new');
  const names = await readdir(join(root, 'inside', 'bucket'));
  expect(names).toHaveLength(2);
  const data = names.find((name) => !name.endsWith('.type')) ?? '';
  expect(await readFile(join(root, 'inside', 'bucket', data), 'utf8')).toBe('new');
});
