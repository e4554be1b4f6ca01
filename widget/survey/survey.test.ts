import { expect, test } from 'vitest';
import { follow, scoreByKey } from './steps.ts';
import { askAgainAfter, remaining } from './timing.ts';

test('from the score to the reason to the thanks', () => {
  const reason = follow({ at: 'score' }, { do: 'score', score: 7 });
  expect(reason).toEqual({ at: 'reason', score: 7 });
  expect(follow(reason, { do: 'finish' })).toEqual({ at: 'thanks' });
});

test('nothing is finished before there is a score', () => {
  expect(follow({ at: 'score' }, { do: 'finish' })).toEqual({ at: 'score' });
});

test('it can be closed at every step', () => {
  for (const step of [{ at: 'score' }, { at: 'reason', score: 1 }, { at: 'thanks' }] as const) {
    expect(follow(step, { do: 'close' })).toEqual({ at: 'gone' });
  }
});

test('arrows go along the scale and stop at its ends', () => {
  expect(scoreByKey('ArrowRight', 3)).toBe(4);
  expect(scoreByKey('ArrowRight', 10)).toBe(10);
  expect(scoreByKey('ArrowLeft', 0)).toBe(0);
  expect(scoreByKey('End', 2)).toBe(10);
  expect(scoreByKey('Tab', 2)).toBeNull();
});

test('who was asked is not asked about on every page: a month, a day where nothing was due', () => {
  expect(askAgainAfter(0, 'asked')).toBeGreaterThan(askAgainAfter(0, 'nothing'));
  expect(askAgainAfter(0, 'nothing')).toBe(86_400_000);
});

test('the delay counts from the opening of the page', () => {
  expect(remaining(20, 12_000)).toBe(8000);
  expect(remaining(5, 12_000)).toBe(0);
});
