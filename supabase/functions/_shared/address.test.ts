import { expect, test } from 'vitest';
import { network, networkOf } from './address.ts';

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0db8:0001:0002::1', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['', ''],
])('%s counts as %s', (address, expected) => {
  expect(network(address)).toBe(expected);
});

test("the gateway's own header counts before those that a client could make up", () => {
  const headers = new Headers({
    'x-forwarded-for': '198.51.100.1, 10.0.0.1',
    'cf-connecting-ip': '203.0.113.7',
  });
  expect(networkOf(headers)).toBe('203.0.113.7');
  headers.delete('cf-connecting-ip');
  expect(networkOf(headers)).toBe('198.51.100.1');
  expect(networkOf(new Headers())).toBe('');
});
