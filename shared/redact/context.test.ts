import { expect, test } from 'vitest';
import { context } from '../domain/context.ts';
import { limits } from '../domain/limits.ts';
import { redactContext } from './context.ts';

const at = '2026-11-22T12:00:00.000Z';

test('every text that a page may have put a secret into is without it', () => {
  const clean = redactContext({
    pageUrl: 'https://shop.example/users/ada@example.com?step=2',
    pageTitle: 'Inbox of ada@example.com',
    referrer: 'https://ada:hunter2@example.com/',
    userAgent: 'Mozilla/5.0',
    custom: { plan: 'pro', apiToken: 'abc', card: 4111111111111111, seats: 12, tokens: 3, trial: true },
    logs: {
      errors: [{ at, text: 'password=hunter2' }],
      requests: [{ at, method: 'GET', path: '/users/ada@example.com', status: 500, ms: 1 }],
      steps: [{ at, kind: 'note', text: '手机 13800138000' }],
    },
  });
  expect(clean).toEqual({
    pageUrl: 'https://shop.example/users/[email]?step=2',
    pageTitle: 'Inbox of [email]',
    referrer: 'https://[secret]@example.com/',
    userAgent: 'Mozilla/5.0',
    custom: { plan: 'pro', apiToken: '[secret]', card: '[card]', seats: 12, tokens: 3, trial: true },
    logs: {
      errors: [{ at, text: 'password=[secret]' }],
      requests: [{ at, method: 'GET', path: '/users/[email]', status: 500, ms: 1 }],
      steps: [{ at, kind: 'note', text: '手机 [phone]' }],
    },
  });
  expect(context.safeParse(clean).success).toBe(true);
});

test('what was left out stays out', () => {
  expect(redactContext({ logs: { steps: [] } })).toEqual({ logs: { steps: [] } });
  expect(Object.keys(redactContext({}))).toEqual([]);
});

test('it stays within the limits, though a name may be longer than the secret it stands for', () => {
  const text = 'sid=1 '.repeat(100).slice(0, limits.logTextLength);
  const [line] = redactContext({ logs: { errors: [{ at, text }] } }).logs?.errors ?? [];
  expect(line?.text).toHaveLength(limits.logTextLength);
});
