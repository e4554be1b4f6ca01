import { expect, test } from 'vitest';
import { factsTold, userTold } from './told.ts';

test('a user is taken as the server takes him: cut, without what it would refuse', () => {
  expect(
    userTold({
      id: 'u1',
      name: `  ${'n'.repeat(120)}`,
      email: 'nobody',
      traits: { plan: 'team', seats: 3, admin: true, since: new Date(), '': 'x', odd: Number.NaN },
      password: 'secret',
    }),
  ).toEqual({ id: 'u1', name: 'n'.repeat(100), traits: { plan: 'team', seats: 3, admin: true } });
  expect(userTold({ id: 7, email: ' a@b.example ' })).toEqual({ id: '7', email: 'a@b.example' });
});

test.each([null, undefined, 'u1', {}, { id: '' }, { id: '  ' }, { id: null }, { id: 'x'.repeat(201) }])(
  'what names nobody is nobody: %j',
  (told) => expect(userTold(told)).toBeNull(),
);

test('facts are added to, changed and taken away; of too many the first stay', () => {
  const facts = factsTold({ plan: 'free', build: 7 }, { plan: 'team', build: null, text: 'x'.repeat(600) });
  expect(facts).toEqual({ plan: 'team', text: 'x'.repeat(500) });
  const many = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`k${at}`, at]));
  expect(Object.keys(factsTold({}, many))).toHaveLength(30);
  expect(factsTold(facts, 'nonsense')).toEqual(facts);
});
