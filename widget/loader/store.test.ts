import { expect, test } from 'vitest';
import { openStore } from './store.ts';

function fakeStorage(): Storage {
  const values = new Map<string, string>();
  return {
    get length() {
      return values.size;
    },
    clear: () => values.clear(),
    key: (index) => [...values.keys()][index] ?? null,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
}

test('values of two projects on one site are kept apart', () => {
  const storage = fakeStorage();
  const one = openStore('pk_one', () => storage);
  const two = openStore('pk_two', () => storage);
  one.set('draft', 'mine');
  expect(two.get('draft')).toBeNull();
  expect(storage.getItem('hearback:pk_one:draft')).toBe('mine');
});

test('null removes', () => {
  const store = openStore('pk', fakeStorage);
  store.set('draft', 'x');
  store.set('draft', null);
  expect(store.get('draft')).toBeNull();
});

test('where the browser blocks storage, values live as long as the page', () => {
  const store = openStore('pk', () => {
    throw new DOMException('denied', 'SecurityError');
  });
  store.set('visitor', 'token');
  expect(store.get('visitor')).toBe('token');
  store.set('visitor', null);
  expect(store.get('visitor')).toBeNull();
});

test('where storage is full, the newest value is still the one that is read', () => {
  const storage = fakeStorage();
  const store = openStore('pk', () => storage);
  store.set('draft', 'old');
  storage.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  store.set('draft', 'new');
  expect(store.get('draft')).toBe('new');
});
