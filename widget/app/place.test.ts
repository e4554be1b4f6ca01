import { expect, test } from 'vitest';
import { placeAbove, placeOf } from './place.ts';

test('opened without a wish, the panel is where it was', () => {
  const before = { at: 'form', kind: 'idea' } as const;
  expect(placeOf(undefined, before)).toBe(before);
});

test('a wish leads to its place', () => {
  expect(placeOf('question', { at: 'home' })).toEqual({ at: 'form', kind: 'question' });
  expect(placeOf('conversations', { at: 'home' })).toEqual({ at: 'conversations' });
  expect(placeOf('home', { at: 'conversations' })).toEqual({ at: 'home' });
});

test('what is no place leaves the panel where it was: a page may hand `open` to a listener', () => {
  const before = { at: 'conversations' } as const;
  for (const strange of [new Event('click'), 'nowhere', null, 5])
    expect(Reflect.apply(placeOf, undefined, [strange, before])).toBe(before);
});

test('back leads from a thread to the list, from the list home, and ends there', () => {
  expect(placeAbove({ at: 'thread', conversation: 'x' })).toEqual({ at: 'conversations' });
  expect(placeAbove({ at: 'conversations' })).toEqual({ at: 'home' });
  expect(placeAbove({ at: 'home' })).toBeNull();
});
