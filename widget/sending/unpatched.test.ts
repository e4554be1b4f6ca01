import { afterEach, expect, test } from 'vitest';
import { unpatched } from './unpatched.ts';

const patched: object[] = [Array.prototype, Object.prototype];
afterEach(() => {
  for (const prototype of patched) Reflect.deleteProperty(prototype, 'toJSON');
});

test('data becomes the same JSON where the page has given its prototypes a toJSON', () => {
  const data = { text: 'a "quote"', list: [1, [2], { deep: [null, true] }], nothing: undefined };
  const before = JSON.stringify(data);
  for (const prototype of patched)
    Object.defineProperty(prototype, 'toJSON', { value: () => 'patched', configurable: true });
  expect(JSON.stringify(data)).not.toBe(before);
  expect(JSON.stringify(unpatched(data))).toBe(before);
});
