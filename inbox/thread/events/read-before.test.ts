import { expect, test } from 'vitest';
import { offeredArticles } from './read-before.ts';

const event = (article_id: string, outcome: 'shown' | 'opened' | 'helped' | 'submitted_anyway') => ({
  article_id,
  outcome,
  articles: { title: `Title ${article_id}`, status: 'published' },
});

test('each article stands once, with the furthest that somebody went, the read ones first', () => {
  const offered = offeredArticles([
    event('a', 'shown'),
    event('b', 'opened'),
    event('b', 'shown'),
    event('a', 'submitted_anyway'),
    event('b', 'submitted_anyway'),
  ]);
  expect(offered.map(({ id, went }) => [id, went])).toEqual([
    ['b', 'opened'],
    ['a', 'shown'],
  ]);
});

test('an article that is gone is not named', () => {
  expect(offeredArticles([{ ...event('a', 'opened'), articles: null }])).toEqual([]);
});
