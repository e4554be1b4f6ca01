import { expect, test } from 'vitest';
import { titleOf } from './from-file.ts';

test.each([
  ['Their prices.png', 'Their prices'],
  ['v1.2 overview.jpeg', 'v1.2 overview'],
  ['no ending', 'no ending'],
  ['截图 2026-11-22.webp', '截图 2026-11-22'],
])('a file called "%s" proposes the title "%s"', (name, title) => {
  expect(titleOf({ name }, 'chosen')).toBe(title);
});

test('what was pasted has no name that says anything', () => {
  expect(titleOf({ name: 'image.png' }, 'pasted')).toBe('');
});
