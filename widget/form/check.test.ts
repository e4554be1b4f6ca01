import { expect, test } from 'vitest';
import { limits } from '../../shared/domain/limits.ts';
import { startConversation } from '../../shared/domain/widget.ts';
import { checkEmail, checkText } from './check.ts';

const request = { idempotencyKey: '5e4a1c0e-0001-4000-8000-000000000001', kind: 'bug', locale: 'en' };
const accepted = (body: string) => startConversation.safeParse({ ...request, body }).success;

test.each([
  '',
  '  \n ',
  'x',
  '😀',
  ` ${'x'.repeat(limits.messageLength)} `,
  'x'.repeat(limits.messageLength + 1),
])('the form and the contract agree on what may be sent (%#)', (text) =>
  expect(checkText(text) === null).toBe(accepted(text)),
);

test('says by how much a text is too long', () => {
  expect(checkText('x'.repeat(limits.messageLength + 7))).toEqual({ kind: 'long', by: 7 });
});

test.each([
  ['', true],
  ['  ', true],
  ['a@b.co', true],
  [' a.b+c@mail.example.com ', true],
  ['a@b', false],
  ['a b@c.de', false],
  ['@b.de', false],
  [`${'a'.repeat(250)}@b.de`, false],
])('address "%s"', (address, fine) => expect(checkEmail(address)).toBe(fine));
