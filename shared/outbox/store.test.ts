import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openOutbox } from './outbox.ts';
import { openStore } from './store.ts';

type Row = { id: string; createdAt: number; text: string };
const row = (id: string, text = id): Row => ({ id, createdAt: 0, text });

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function fillStorage() {
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  });
}

test('what was stored is there when it is opened again', async () => {
  const store = openStore<Row>('a');
  await store.change('1', () => row('1'));
  store.close();
  const again = openStore<Row>('a');
  expect(await again.all()).toEqual([row('1')]);
  expect(again.trouble).toBeNull();
  await again.change('1', () => null);
  expect(await again.all()).toEqual([]);
});

test('changes made at the same time each see what the one before made', async () => {
  const store = openStore<Row>('a');
  await store.change('1', () => row('1', ''));
  await Promise.all(
    Array.from({ length: 20 }, () => store.change('1', (was) => was && { ...was, text: `${was.text}x` })),
  );
  expect(await store.all()).toEqual([row('1', 'x'.repeat(20))]);
});

test('without IndexedDB the page keeps its entries in memory and says so', async () => {
  vi.stubGlobal('indexedDB', undefined);
  const store = openStore<Row>('a');
  await store.change('1', () => row('1'));
  await store.change('1', (was) => was && { ...was, text: 'changed' });
  expect(await store.all()).toEqual([row('1', 'changed')]);
  expect(store.trouble).toBe('storage_blocked');
  await store.change('1', () => null);
  expect(await store.all()).toEqual([]);
});

test('full storage: the new entry is kept in memory, the stored ones stay where they are', async () => {
  const store = openStore<Row>('a');
  await store.change('1', () => row('1'));
  fillStorage();
  await store.change('2', () => row('2'));
  expect(store.trouble).toBe('storage_full');
  expect(await store.all()).toEqual([row('1'), row('2')]);
  expect(await openStore<Row>('a').all()).toEqual([row('1')]);
});

test('an outbox on full storage still sends, and tells that the entry would not outlive the page', async () => {
  fillStorage();
  const outbox = openOutbox<{ kind: string; payload: string }, object, number>({
    name: 'full',
    send: async () => ({ kind: 'sent', receipt: 12 }),
  });
  expect(await outbox.enqueue({ kind: 'note', payload: 'hello' })).toMatchObject({ durable: false });
  expect(outbox.trouble).toBe('storage_full');
  await vi.waitFor(async () => expect(await outbox.list()).toMatchObject([{ state: 'sent', receipt: 12 }]));
  outbox.close();
});
