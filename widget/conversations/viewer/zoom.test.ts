import { expect, test } from 'vitest';
import { fitting, scrollFor, step } from './zoom.ts';

const room = { width: 1000, height: 500 };

test.each([
  [{ width: 2000, height: 500 }, 0.5],
  [{ width: 500, height: 5000 }, 0.1],
  [{ width: 100, height: 100 }, 1],
])('%j is seen whole at %f, never enlarged', (picture, fit) => expect(fitting(picture, room)).toBe(fit));

test('from the whole picture one goes to its own size and beyond, to an end', () => {
  expect(step(0.6, 0.6, 'in')).toBe(1);
  expect(step(1, 0.6, 'in')).toBe(1.5);
  expect(step(4, 0.6, 'in')).toBe(4);
});

test('back, the whole picture is the smallest there is', () => {
  expect(step(2, 0.6, 'out')).toBe(1.5);
  expect(step(1, 0.6, 'out')).toBe('fit');
  expect(step(1.5, 1, 'out')).toBe('fit');
  expect(step(0.1, 0.1, 'out')).toBe('fit');
});

test('what is below the pointer stays there', () => {
  // 100 scrolled and 50 in: point 150 of the picture, which is at 300 when it is twice as large.
  expect(scrollFor(100, 50, 2)).toBe(250);
});
