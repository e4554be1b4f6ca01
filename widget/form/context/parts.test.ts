import { expect, test } from 'vitest';
import { context as contract } from '../../../shared/domain/context.ts';
import { translator } from '../../../shared/i18n/translate.ts';
import en from '../../../shared/i18n/widget/context/en.ts';
import zh from '../../../shared/i18n/widget/context/zh-CN.ts';
import type { Context } from '../../public.ts';
import { type Part, partsOf, without } from './parts.ts';
import { rowsOf } from './rows.ts';

const at = '2026-11-01T10:00:00.000Z';
const context: Context = {
  pageUrl: 'https://a.example/orders?page=***',
  pageTitle: 'Orders',
  referrer: 'https://b.example/',
  userAgent: 'Browser/1',
  language: 'en',
  timeZone: 'UTC',
  viewportWidth: 1280,
  viewportHeight: 800,
  devicePixelRatio: 2,
  custom: { plan: 'pro', seats: 5, trial: false },
  logs: {
    errors: [{ at, text: 'TypeError: x is undefined' }],
    requests: [
      { at, method: 'GET', path: '/api/orders', status: 500, ms: 120 },
      { at, method: 'POST', path: '/api/pay', status: 0, ms: 30_000 },
    ],
    steps: [
      { at, kind: 'click', text: 'Save' },
      { at, kind: 'route', text: '/orders' },
      { at, kind: 'note', text: 'Cart emptied' },
    ],
  },
};
const all = partsOf(context);

test('every fact that the server takes is shown, and each has a name of its own', () => {
  const shown = rowsOf(context, { t: translator<typeof en>('en', en), language: 'en' });
  expect(new Set(shown.map(({ name }) => name)).size).toBe(all.length);
  const said = JSON.stringify(shown);
  const facts = (value: unknown): unknown[] =>
    typeof value === 'object' && value !== null ? Object.values(value).flatMap(facts) : [value];
  for (const fact of facts(context).filter((each) => each !== at && each !== 0 && each !== 30_000))
    if (!['click', 'route', 'note'].includes(String(fact))) expect(said).toContain(`${fact}`);
  expect(said).toContain('no answer, 30,000 ms');
  expect(Object.keys(contract.shape).sort()).toEqual(Object.keys(context).sort());
});

test('a line of a log says when it was, in the words of the panel', () => {
  const rows = rowsOf(context, { t: translator<typeof en>('zh-CN', zh), language: 'zh-CN' });
  expect(rows.find(({ part }) => part === 'steps')?.lines?.[0]).toBe('10:00:00 点击了“Save”');
});

test.each(all)('%s can be left out, and nothing else goes with it', (part: Part) => {
  const rest = without(context, new Set([part]));
  expect(partsOf(rest)).toEqual(all.filter((each) => each !== part));
  expect(contract.safeParse(rest).success).toBe(true);
});

test('what is left out wholly leaves nothing', () => {
  expect(without(context, new Set(all))).toEqual({});
});

test('what is not left out is told as it is', () => {
  expect(without(context, new Set(['errors-of-old']))).toEqual(context);
});
