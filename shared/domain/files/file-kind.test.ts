import { expect, test } from 'vitest';
import { isFileOf } from './file-kind.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const utf8 = (text: string) => new TextEncoder().encode(text);
const samples = {
  'application/pdf': bytes('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'),
  'application/zip': bytes('PK\x03\x04\x14\x00\x00\x00'),
  'video/mp4': bytes('\x00\x00\x00\x20ftypisom\x00\x00\x02\x00'),
  'video/webm': bytes(
    '\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\xf7\x81\x01\x42\xf2\x81\x04\x42\xf3\x81\x08\x42\x82\x84webm',
  ),
} as const;

test.each(Object.entries(samples))(
  '%s is known by its first bytes, and taken for nothing else',
  (type, sample) => {
    for (const other of Object.keys(samples) as (keyof typeof samples)[]) {
      expect(isFileOf(sample, other)).toBe(other === type);
    }
    expect(isFileOf(new Uint8Array(0), type as keyof typeof samples)).toBe(false);
  },
);

test.each(['text/plain', 'text/csv', 'application/json'] as const)('%s is UTF-8 without nulls', (type) => {
  expect(isFileOf(utf8('{"订单": 1}'), type)).toBe(true);
  expect(isFileOf(bytes('caf\xe9'), type)).toBe(false);
  expect(isFileOf(bytes('MZ\x00\x01'), type)).toBe(false);
  expect(isFileOf(samples['video/mp4'], type)).toBe(false);
});

test('what only ends in the name of a kind is not of it', () => {
  expect(isFileOf(bytes('\x00\x00\x00\x20ftypheic'), 'video/mp4')).toBe(false);
  expect(isFileOf(bytes('\x1a\x45\xdf\xa3\x42\x82\x88matroska'), 'video/webm')).toBe(false);
  expect(isFileOf(bytes('<html>%PDF-1.7'), 'application/pdf')).toBe(false);
});
