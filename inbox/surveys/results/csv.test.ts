import { expect, test } from 'vitest';
import { branching } from '../../../shared/survey/samples.ts';
import { csvHead, csvLine, csvRow } from './csv.ts';

const words = {
  time: 'Time',
  outcome: 'Outcome',
  score: 'Score',
  language: 'Language',
  page: 'Page',
  visitor: 'Visitor',
};
const response = {
  id: 'r1',
  created_at: '2026-11-22T12:00:00Z',
  outcome: 'answered',
  score: 3,
  answers: { score: 3, wrong: ['slow', 'gone'], text: '=1+1, "really"\nyes' },
  locale: 'en',
  page_url: null,
  visitor_id: 'v1',
};

test('options stand with their words, several in one cell, what was not asked stays empty', () => {
  expect(csvHead(branching.questions, words, 'en')).toBe(
    'Time,Outcome,Score,How likely?,What went wrong?,What to keep?,还有吗？,Language,Page,Visitor\r\n',
  );
  expect(csvRow(branching.questions, response, 'en')).toBe(
    `2026-11-22T12:00:00Z,answered,3,3,slow; gone,,"'=1+1, ""really""\nyes",en,,v1\r\n`,
  );
});

test.each(['=1', '+1', '-1', '@x', '\tx'])('%j does not become a formula', (text) => {
  expect(csvLine([text])).toMatch(/^"?'/);
});

test('a number stays one, also below zero', () => {
  expect(csvLine([-45, null])).toBe('-45,\r\n');
});

test('answers that are none leave their cells empty', () => {
  expect(csvRow(branching.questions, { ...response, answers: null }, 'en')).toContain('answered,3,,,,,en');
});
