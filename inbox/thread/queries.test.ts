import { expect, test } from 'vitest';
import { sorted } from './queries.ts';

const row = (id: string, clean_of: string | null = null, content_type = 'image/png') => ({
  id,
  path: `${id}.bin`,
  name: `${id}.bin`,
  content_type,
  bytes: 12,
  width: 4,
  height: 3,
  annotation: null,
  clean_of,
});

test('a clean image is no picture of its own, it goes with the picture whose marks it lacks', () => {
  const { pictures } = sorted([row('clean-b', 'b'), row('a'), row('b')]);
  expect(pictures.map(({ id, clean_path }) => [id, clean_path])).toEqual([
    ['a', null],
    ['b', 'clean-b.bin'],
  ]);
});

test('what is no picture is a file, and never among the pictures', () => {
  const { pictures, files } = sorted([row('a', null, 'application/pdf'), row('b')]);
  expect(pictures.map(({ id }) => id)).toEqual(['b']);
  expect(files).toEqual([
    { id: 'a', path: 'a.bin', name: 'a.bin', contentType: 'application/pdf', bytes: 12 },
  ]);
});
