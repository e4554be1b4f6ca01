import { expect, test } from 'vitest';
import { context } from '../../shared/domain/context.ts';
import { limits } from '../../shared/domain/limits.ts';
import { tidyContext, tidyCustom } from './tidy-context.ts';

const at = '2026-11-22T12:00:00.000Z';

test('a context that is right stays as it is', () => {
  const right = {
    pageUrl: 'https://example.com/',
    viewportWidth: 1280,
    custom: { plan: 'pro', seats: 0, trial: false },
    logs: {
      errors: [{ at, text: 'TypeError' }],
      requests: [{ at, method: 'GET', path: '/api', status: 0, ms: 3 }],
      steps: [{ at, kind: 'click', text: 'Save' }],
    },
  };
  expect(tidyContext(right)).toEqual(right);
});

test('whatever a host makes of it, the server takes what is left', () => {
  const long = 'x\0😀'.repeat(3000);
  const facts = Array.from({ length: 90 }, (_, n) => [`${n}${long}`, long]);
  const strange: unknown[] = [
    null,
    'text',
    [],
    { pageUrl: 'left out' },
    { pageUrl: null, pageTitle: long, viewportWidth: Number.NaN, userAgent: {}, toString: 1 },
    { custom: Object.fromEntries(facts), logs: { errors: Array(99).fill({ at, text: long }) } },
    { custom: { '': 1, nothing: null, list: [], far: Number.POSITIVE_INFINITY, f: () => 1 } },
    {
      logs: {
        requests: [{ at, method: 'GET', path: '/', status: 99.7, ms: -1 }, null, 3],
        steps: [{ at, kind: 'typed', text: 'x' }],
      },
    },
  ];
  for (const each of strange) expect(context.safeParse(tidyContext(each)).error).toBeUndefined();
});

test('of too many facts the first are kept', () => {
  const many = Object.fromEntries(Array.from({ length: 99 }, (_, n) => [`fact${n}`, n]));
  expect(Object.keys(tidyCustom(many))).toHaveLength(limits.customKeys);
});
