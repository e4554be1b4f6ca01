import { expect, test } from 'vitest';
import { fileTypeOf } from './file-type.ts';
import { hindrance, type Parcel, type ParcelState } from './parcel.ts';
import { shortened } from './prepare.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test.each([
  ['%PDF-1.7', 'notes.txt', 'text/plain', 'application/pdf'],
  ['PK\x03\x04', 'table.xlsx', '', 'application/zip'],
  ['a,b', 'table.CSV', 'application/vnd.ms-excel', 'text/csv'],
  ['{}', 'page.har', '', 'application/json'],
  ['{}', 'page', 'application/json', 'application/json'],
  ['line', 'server.log', '', 'text/plain'],
  ['<html>', 'page.html', 'text/html', 'text/plain'],
  ['MZ\0\0', 'tool.txt', 'text/plain', null],
])('%j called %s counts as %s → %s', (content, name, claimed, type) =>
  expect(fileTypeOf(bytes(content), name, claimed)).toBe(type),
);

test('a name that is too long keeps its ending', () => {
  const name = shortened(`${'n'.repeat(300)}.log`);
  expect(name).toHaveLength(200);
  expect(name.endsWith('n.log')).toBe(true);
});

test('a message waits for what is on its way, and is stuck with what cannot go', () => {
  const parcel = (state: ParcelState): Parcel => ({ id: '1', name: 'a', bytes: 1, preview: null, state });
  const ready = parcel({ kind: 'ready', input: { uploadId: 'u' } });
  const uploading = parcel({ kind: 'uploading', share: 0.5 });
  expect(hindrance([])).toBeNull();
  expect(hindrance([ready])).toBeNull();
  expect(hindrance([ready, uploading])).toBe('waiting');
  expect(hindrance([uploading, parcel({ kind: 'unfit', why: 'heic' })])).toBe('stuck');
});
