import { expect, test } from 'vitest';
import { withCleanPaths } from './queries.ts';

const row = (id: string, clean_of: string | null = null) => ({
  id,
  path: `${id}.png`,
  width: 4,
  height: 3,
  annotation: null,
  clean_of,
});

test('a clean image is no picture of its own, it goes with the picture whose marks it lacks', () => {
  const pictures = withCleanPaths([row('clean-b', 'b'), row('a'), row('b')]);
  expect(pictures.map(({ id, clean_path }) => [id, clean_path])).toEqual([
    ['a', null],
    ['b', 'clean-b.png'],
  ]);
});
