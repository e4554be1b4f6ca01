import { expect, test } from 'vitest';
import { differs, problemsOf } from './form.ts';

const text = { title: 'Exports', locale: 'en' as const, body: 'Open Settings.' };

test('an article needs a title and a text', () => {
  expect(problemsOf(text)).toEqual({});
  expect(problemsOf({ ...text, title: '  ', body: '' })).toEqual({ title: 'empty', body: 'empty' });
});

test('what the server would refuse for its length is told before', () => {
  expect(problemsOf({ ...text, title: 'x'.repeat(201), body: 'x'.repeat(50_001) })).toEqual({
    title: 'too_long',
    body: 'too_long',
  });
});

test('typing something and taking it back leaves nothing to save', () => {
  expect(differs(text, { ...text })).toBe(false);
  expect(differs(text, { ...text, locale: 'zh-CN' })).toBe(true);
});
