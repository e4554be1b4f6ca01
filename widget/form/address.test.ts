import { expect, test } from 'vitest';
import { addressToTell } from './address.ts';

test.each([
  ['https://a.example/reset?token=abc123&lang=en', 'https://a.example/reset?token=***&lang=en'],
  [
    'https://a.example/#access_token=a.b.c&refresh_token=d',
    'https://a.example/#access_token=***&refresh_token=***',
  ],
  ['https://a.example/#/join?inviteToken=x', 'https://a.example/#/join?inviteToken=***'],
  ['https://a.example/cb?code=x&state=y', 'https://a.example/cb?code=***&state=y'],
  [
    'https://a.example/f?X-Amz-Signature=0f&X-Amz-Date=1',
    'https://a.example/f?X-Amz-Signature=***&X-Amz-Date=1',
  ],
  [
    'https://a.example/?api_key=1&password=2&sessionId=3',
    'https://a.example/?api_key=***&password=***&sessionId=***',
  ],
])('%s tells no secret', (address, told) => {
  expect(addressToTell(address)).toBe(told);
});

test.each([
  'https://a.example/orders/12?page=2&sort=code#top',
  'https://a.example/tokens?barcode=1&monkey=2',
  'https://a.example/?q=token=',
])('%s is told as it is', (address) => expect(addressToTell(address)).toBe(address));

test('an address is no longer than the server takes', () => {
  expect(addressToTell(`https://a.example/?q=${'x'.repeat(3000)}`)).toHaveLength(2048);
  expect(addressToTell(`https://a.example/?token=${'x'.repeat(3000)}&page=2`)).toMatch(
    /token=\*\*\*&page=2$/,
  );
});
