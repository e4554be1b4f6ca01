import { expect, test } from 'vitest';
import { limits } from '../../../shared/domain/limits.ts';
import { isText, kindOf, textType } from './kind.ts';
import { readFile } from './read-file.ts';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const zip = 'PK\x03\x04\x14\0\x06\0';
const ebml = (type: string) =>
  `\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82${String.fromCharCode(0x80 + type.length)}${type}`;

test.each([
  ['\x89PNG\r\n\x1a\n', 'picture'],
  ['\xff\xd8\xff\xe0', 'picture'],
  ['\0\0\0\x18ftypheic\0\0\0\0', 'picture'],
  ['%PDF-1.7\n%\xe2\xe3', 'application/pdf'],
  [zip, 'application/zip'],
  ['PK\x05\x06\0\0', 'application/zip'],
  ['\0\0\0\x20ftypisom\0\0\x02\0', 'video/mp4'],
  ['\0\0\0\x14ftypqt  \0\0', null],
  [ebml('webm'), 'video/webm'],
  [ebml('matroska'), null],
  ['MZ\x90\0\x03\0', null],
  ['{"a": 1}', 'text'],
  ['', 'text'],
])('the first bytes %j are %s', (head, kind) => expect(kindOf(bytes(head))).toBe(kind));

test('text is UTF-8 without null characters', () => {
  expect(isText(new TextEncoder().encode('价格 €\n'))).toBe(true);
  expect(isText(bytes('\xbc\xdb\xb8\xf1'))).toBe(false);
  expect(isText(bytes('a\0b'))).toBe(false);
});

test.each([
  ['a.csv', 'text/csv'],
  ['a.JSON', 'application/json'],
  ['trace.har', 'application/json'],
  ['csv', 'text/plain'],
  ['server.log', 'text/plain'],
])('%s is %s', (name, type) => expect(textType(name)).toBe(type));

const file = (text: string, name: string) => new File([bytes(text)], name);

test.each([
  [file('', 'empty.txt'), 'empty'],
  [file('MZ\0\0', 'setup.exe'), 'wrong-type'],
  [file('\xbc\xdb', 'table.csv'), 'not-utf8'],
  [file('\xbc\xdb', 'unknown'), 'wrong-type'],
  [new File([`%PDF-${'x'.repeat(limits.fileBytes)}`], 'big.pdf'), 'too-large'],
])('%o is refused: %s', async (given, problem) =>
  expect(await readFile(given)).toEqual({ kind: 'problem', problem }),
);

test('a folder, which no browser reads, is refused', async () => {
  const folder = file('x', 'folder');
  folder.slice = () => {
    throw new DOMException('', 'NotReadableError');
  };
  expect(await readFile(folder)).toEqual({ kind: 'problem', problem: 'unreadable' });
});

test('a file is taken byte for byte, with its name and what it is', async () => {
  const read = await readFile(file('a,b\n1,2\n', 'table.csv'));
  expect(read).toMatchObject({ kind: 'file', name: 'table.csv', contentType: 'text/csv' });
  if (read.kind === 'file') expect(await read.blob.text()).toBe('a,b\n1,2\n');
});

test('a file goes by the name it is kept under', async () => {
  expect(await readFile(file('[core]', '../a/setup.exe'))).toMatchObject({ name: 'setup.exe.txt' });
});

test('a picture is left to the editor, whatever its name', async () => {
  expect(await readFile(file('GIF89a…', 'a.pdf'))).toEqual({ kind: 'picture' });
});
