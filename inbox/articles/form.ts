import { limits } from '../../shared/domain/limits.ts';
import type { ArticleText } from './queries.ts';

export type Problem = 'empty' | 'too_long';
export type Problems = { title?: Problem; body?: Problem };

/** What keeps a text from being saved; empty if nothing does. */
export function problemsOf({ title, body }: ArticleText): Problems {
  const problems: Problems = {};
  const of = (text: string, limit: number): Problem | undefined =>
    text.trim() === '' ? 'empty' : text.length > limit ? 'too_long' : undefined;
  const ofTitle = of(title, limits.titleLength);
  const ofBody = of(body, limits.articleLength);
  if (ofTitle) problems.title = ofTitle;
  if (ofBody) problems.body = ofBody;
  return problems;
}

/** Whether anything was changed since it was saved. */
export function differs(a: ArticleText, b: ArticleText): boolean {
  return a.title !== b.title || a.locale !== b.locale || a.body !== b.body;
}
