import { expect, test } from 'vitest';
import { addressToTell } from './address.ts';

test.each([
  ['https://a.example/orders/12?page=2&sort=code#top', 'https://a.example/orders/12?page=***&sort=***#top'],
  ['https://a.example/reset?token=abc123&lang=en', 'https://a.example/reset?token=***&lang=***'],
  [
    'https://a.example/#access_token=a.b.c&refresh_token=d',
    'https://a.example/#access_token=***&refresh_token=***',
  ],
  ['https://a.example/#/join?inviteToken=x', 'https://a.example/#/join?inviteToken=***'],
  ['https://a.example/?next=/a?b=c', 'https://a.example/?next=***'],
  ['https://a.example/?empty=&on', 'https://a.example/?empty=***&on'],
  ['https://a.example/?eyJhbGciOiJIUzI1NiJ9.e30', 'https://a.example/?***'],
  ['https://a.example/cart;jsessionid=0F1E/items?x=1', 'https://a.example/cart;jsessionid=***/items?x=***'],
  ['https://a.example/?q=价格&名=李', 'https://a.example/?q=***&名=***'],
])('of %s the values are not told', (address, told) => {
  expect(addressToTell(address)).toBe(told);
});

test.each([
  'https://a.example/',
  'https://a.example/orders/12#top',
  'https://a.example/tokens?sidebar',
  'https://a.example/#/settings/profile',
])('%s is told as it is', (address) => expect(addressToTell(address)).toBe(address));

test('an address is no longer than the server takes', () => {
  expect(addressToTell(`https://a.example/${'x'.repeat(3000)}`)).toHaveLength(2048);
  expect(addressToTell(`https://a.example/?q=${'x'.repeat(3000)}&page=2`)).toBe(
    'https://a.example/?q=***&page=***',
  );
});
