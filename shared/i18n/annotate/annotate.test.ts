import { expect, test } from 'vitest';
import type { AnnotateStrings } from '../../annotate/strings.ts';
import en from './en.ts';
import zh from './zh-CN.ts';

const slots = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([slot]) => slot).sort();
const keys = Object.keys(en) as (keyof AnnotateStrings)[];

test('both languages have the same texts, none empty', () => {
  expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
  expect([...Object.values(en), ...Object.values(zh)].filter((text) => !text.trim())).toEqual([]);
});

test.each(keys)('%s has the same slots in both languages', (key) => {
  expect(slots(zh[key])).toEqual(slots(en[key]));
});

test('nothing was left in English', () => {
  expect(keys.filter((key) => zh[key] === en[key])).toEqual([]);
});
