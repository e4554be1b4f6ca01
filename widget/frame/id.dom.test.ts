import { expect, test, vi } from 'vitest';
import { newId } from './id.ts';

test('an id is a random UUID of version 4, also where the browser withholds crypto.randomUUID', () => {
  vi.stubGlobal('crypto', {});
  const ids = Array.from({ length: 50 }, newId);
  vi.unstubAllGlobals();
  expect(new Set(ids).size).toBe(50);
  for (const id of ids)
    expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
});
