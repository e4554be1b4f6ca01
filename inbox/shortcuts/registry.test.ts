import { expect, test } from 'vitest';
import { actionOf, actions, shortcuts } from './registry.ts';

const press = (key: string, more = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  ...more,
});

test('no key means two things', () => {
  const keys = actions.flatMap((action) => [...shortcuts[action].keys]);
  expect(new Set(keys).size).toBe(keys.length);
});

test('letters act outside of fields and are typed inside of them', () => {
  expect(actionOf(press('r'), false)).toBe('reply');
  expect(actionOf(press('r'), true)).toBeNull();
});

test('Ctrl or Cmd with Enter sends while somebody types', () => {
  expect(actionOf(press('Enter', { ctrlKey: true }), true)).toBe('send');
  expect(actionOf(press('Enter', { metaKey: true }), true)).toBe('send');
});

test("the browser's own combinations are left alone", () => {
  expect(actionOf(press('r', { ctrlKey: true }), false)).toBeNull();
  expect(actionOf(press('n', { metaKey: true }), false)).toBeNull();
});

test('Enter that ends the composition of a Chinese word sends nothing', () => {
  expect(actionOf(press('Enter', { ctrlKey: true, isComposing: true }), true)).toBeNull();
});
