import type { Question } from '../../../shared/domain/survey.ts';
import { textIn } from '../../../shared/survey/answers.ts';
import type { Response } from './queries.ts';

/** What a spreadsheet would take for a formula is led by an apostrophe (OWASP, CSV injection). */
const asText = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const quoted = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** One line (RFC 4180); numbers stay numbers, texts are kept from being formulas. */
export const csvLine = (cells: readonly (string | number | null)[]): string =>
  `${cells.map((cell) => (typeof cell === 'number' ? String(cell) : quoted(asText(cell ?? '')))).join(',')}\r\n`;

/** The words of the head, apart from the questions. */
export type CsvWords = Record<'time' | 'outcome' | 'score' | 'language' | 'page' | 'visitor', string>;

export const csvHead = (questions: readonly Question[], words: CsvWords, locale: string): string =>
  csvLine([
    words.time,
    words.outcome,
    words.score,
    ...questions.map((question) => textIn(question.title, locale)),
    words.language,
    words.page,
    words.visitor,
  ]);

/** A response as one line; options by their words, several in one cell. */
export function csvRow(questions: readonly Question[], response: Response, locale: string): string {
  const { answers } = response;
  const given = new Map<string, unknown>(
    typeof answers === 'object' && answers !== null ? Object.entries(answers) : [],
  );
  const cell = (question: Question): string | number | null => {
    const answer = given.get(question.id);
    const name = (id: unknown) => {
      const option = question.options?.find((one) => one.id === id);
      return option ? textIn(option.label, locale) : String(id);
    };
    if (answer === undefined) return null;
    if (typeof answer === 'number') return answer;
    if (Array.isArray(answer)) return answer.map(name).join('; ');
    return question.kind === 'choice' ? name(answer) : String(answer);
  };
  return csvLine([
    response.created_at,
    response.outcome,
    response.score,
    ...questions.map(cell),
    response.locale,
    response.page_url,
    response.visitor_id,
  ]);
}
