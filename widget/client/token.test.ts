import { expect, test } from 'vitest';
import { visitorToken as contract } from '../../shared/domain/widget.ts';
import { openStore } from '../loader/store.ts';
import { newVisitorToken, visitorToken } from './token.ts';

test('a token is 32 bytes as base64url without padding', () => {
  const token = newVisitorToken((bytes) => bytes.fill(255));
  expect(token).toBe(`${'_'.repeat(42)}8`);
  expect(contract.safeParse(token).success).toBe(true);
});

test('a browser keeps the token it made', () => {
  const kept = new Map<string, string>();
  const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: kept.set.bind(kept) };
  const store = openStore('pk', () => ({ ...localStorageShape, ...storage }));
  const token = visitorToken(store);
  expect(contract.safeParse(token).success).toBe(true);
  expect(visitorToken(store)).toBe(token);
});

test('a token that was tampered with is not sent: a new one is made', () => {
  const store = openStore('pk', () => {
    throw new Error('blocked');
  });
  store.set('visitor', 'short');
  expect(visitorToken(store)).toHaveLength(43);
});

const localStorageShape = {
  length: 0,
  clear: () => {},
  key: () => null,
  removeItem: () => {},
};
