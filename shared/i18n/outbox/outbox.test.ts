import { expect, test } from 'vitest';
import { errorCodes } from '../../domain/errors.ts';
import { translator } from '../translate.ts';
import en from './en.ts';
import zh from './zh-CN.ts';

const english = translator('en', en);
const chinese = translator<typeof en>('zh-CN', zh);

test.each([...errorCodes, 'offline', 'timeout', 'signed_out', 'storage_full', 'storage_blocked'] as const)(
  '%s is said in both languages: what happened, and what to do',
  (code) => {
    expect(english(code)).toMatch(/^[A-Z][^.]+\. [A-Z].+\.$/);
    expect(chinese(code)).toMatch(/^[^。]+。.+。$/);
  },
);

test('what waits counts its seconds', () => {
  expect(english('waiting', { count: 1 })).toBe('Not sent yet. Next try in 1 second.');
  expect(english('waiting', { count: 40 })).toBe('Not sent yet. Next try in 40 seconds.');
  expect(chinese('waiting', { count: 40 })).toBe('尚未发送，40 秒后重试');
});

test('a receipt names the number as it was given', () => {
  expect(english('sentAs', { number: '1200' })).toBe('Received, number 1200');
});
