import { expect, test } from 'vitest';
import { context } from './context.ts';
import { limits } from './limits.ts';

const at = '2026-11-22T12:00:00.000Z';
const accepts = (value: unknown) => context.safeParse(value).success;
const facts = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`fact${n}`, n]));

test('where somebody was is a web page and nothing that runs', () => {
  expect(accepts({ pageUrl: 'https://example.com/a?b=c' })).toBe(true);
  expect(accepts({ pageUrl: 'javascript:alert(1)' })).toBe(false);
  expect(accepts({ cookies: 'secret' })).toBe(false);
});

test('every part may be left out, down to each list of the logs', () => {
  for (const part of [{}, { logs: {} }, { logs: { steps: [] } }, { custom: {} }])
    expect(accepts(part)).toBe(true);
});

test('facts of the host are short texts, numbers, and yes or no, up to their number', () => {
  expect(accepts({ custom: { plan: 'pro', seats: 12, trial: false } })).toBe(true);
  expect(accepts({ custom: facts(limits.customKeys) })).toBe(true);
  expect(accepts({ custom: facts(limits.customKeys + 1) })).toBe(false);
  expect(accepts({ custom: { nested: { plan: 'pro' } } })).toBe(false);
  expect(accepts({ custom: { text: 'x'.repeat(limits.customTextLength + 1) } })).toBe(false);
  expect(accepts({ custom: { ['k'.repeat(limits.customKeyLength + 1)]: 1 } })).toBe(false);
});

test('logs are lines of known shape and length', () => {
  const request = { at, method: 'GET', path: '/api/orders', status: 503, ms: 120 };
  expect(accepts({ logs: { requests: [request] } })).toBe(true);
  expect(accepts({ logs: { requests: [{ ...request, status: 600 }] } })).toBe(false);
  expect(accepts({ logs: { requests: [{ ...request, body: 'secret' }] } })).toBe(false);
  expect(accepts({ logs: { steps: [{ at, kind: 'typed', text: 'secret' }] } })).toBe(false);
  expect(accepts({ logs: { errors: [{ at: 'yesterday', text: 'x' }] } })).toBe(false);
  expect(accepts({ logs: { errors: Array(limits.logErrors + 1).fill({ at, text: 'x' }) } })).toBe(false);
});
