import { expect, test } from 'vitest';
import { translator } from './translate.ts';

const catalogue = {
  hello: 'Hello {name}',
  unread: { one: '{count} message', other: '{count} messages' },
  other: { other: '{count} Nachrichten' },
};
const t = translator('en', catalogue);

test('slots are filled; a slot without a value stays to be seen', () => {
  expect(t('hello', { name: 'Ada' })).toBe('Hello Ada');
  expect(t('hello')).toBe('Hello {name}');
});

test('what is put into a slot is not read as a slot again', () => {
  expect(t('hello', { name: '{name} $& $1' })).toBe('Hello {name} $& $1');
});

test('the count chooses the plural form of the language and is grouped as it writes numbers', () => {
  expect(t('unread', { count: 1 })).toBe('1 message');
  expect(t('unread', { count: 0 })).toBe('0 messages');
  expect(t('unread', { count: 12_345 })).toBe('12,345 messages');
  expect(t('other', { count: 1 })).toBe('1 Nachrichten');
});
