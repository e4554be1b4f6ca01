import { expect, test } from 'vitest';
import { readFacts } from './facts.ts';

test('a page address that is no web address does not become a link', () => {
  expect(readFacts({ pageUrl: 'javascript:alert(1)' }).pageUrl).toBeUndefined();
  expect(readFacts({ pageUrl: 'https://app.example.com/x' }).pageUrl).toBe('https://app.example.com/x');
});

test('fields of another type are left out', () => {
  expect(readFacts({ pageTitle: 7, viewportWidth: '1440', devicePixelRatio: 2, more: true })).toEqual({
    devicePixelRatio: 2,
  });
  for (const odd of [null, 'text', 3, []]) expect(readFacts(odd)).toEqual({});
});

test('facts of the host product keep their type; lists and objects are none', () => {
  const custom = { plan: 'team', seats: 12, beta: false, nested: { a: 1 }, list: [1], nothing: null };
  expect(readFacts({ custom }).custom).toEqual({ plan: 'team', seats: 12, beta: false });
  expect(readFacts({ custom: [] }).custom).toBeUndefined();
});

test('an entry of the logs that is not whole is left out, the others stay', () => {
  const at = '2026-11-22T13:00:00.000Z';
  const logs = {
    errors: [{ at, text: 'x is undefined' }, { at: 'yesterday', text: 'y' }, 'z'],
    requests: [
      { at, method: 'GET', path: '/a', status: 500, ms: 12 },
      { at, method: 'GET', path: '/a' },
    ],
    steps: [
      { at, kind: 'click', text: 'Save' },
      { at, kind: 'dance', text: 'Save' },
    ],
  };
  expect(readFacts({ logs }).logs).toEqual({
    errors: [{ at, text: 'x is undefined' }],
    requests: [{ at, method: 'GET', path: '/a', status: 500, ms: 12 }],
    steps: [{ at, kind: 'click', text: 'Save' }],
  });
  expect(readFacts({ logs: { errors: 7 } }).logs).toBeUndefined();
});
