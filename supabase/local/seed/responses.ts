// Six months of scores: a slow rise, reasons in both languages.
import { demoOrigins, demoProjectId } from '../demo.ts';
import { visitorRow } from './conversations.ts';
import { type Random, randomFrom, stableId } from './random.ts';
import type { CommentText } from './texts.ts';

const day = 86_400_000;
const months = 182 * day;
const answers = 300;
const unanswered = 130;
const surveyId = '5e4a1c0e-0001-4000-8000-000000000021';

/** Days ago at which a score was given: promoters rather lately, detractors rather early. */
function age(score: number, random: Random): number {
  const one = random.next();
  const other = random.next();
  if (random.next() < 0.55 || score === 7 || score === 8) return one * months;
  const part = score >= 9 ? Math.min(one, other) : Math.max(one, other);
  return part * months;
}

/** Most people give 8 to 10; low scores spread thinly. */
function chance(random: Random): number {
  const place = random.next();
  if (place < 0.5) return random.pick([9, 9, 10, 10, 10]);
  if (place < 0.82) return random.pick([7, 7, 8, 8, 8]);
  return random.pick([6, 6, 6, 5, 5, 4, 3, 2, 1, 0]);
}

function answersOf(row: { outcome: string; score: number; text: string | null }): {
  score?: number;
  reason?: string;
} {
  if (row.outcome !== 'answered') return {};
  return row.text === null ? { score: row.score } : { score: row.score, reason: row.text };
}

/** @param now milliseconds since 1970 */
export function responseRows(comments: readonly CommentText[], now: number) {
  const random = randomFrom('responses');
  const said = [
    ...comments,
    ...Array.from({ length: answers - comments.length }, () => ({
      locale: random.next() < 0.55 ? ('en' as const) : ('zh-CN' as const),
      score: chance(random),
      text: null,
    })),
  ];
  const rows = said.map(({ locale, score, text }) => ({
    locale,
    score,
    text,
    outcome: 'answered',
    ago: age(score, random),
  }));
  for (let count = 0; count < unanswered; count++)
    rows.push({
      locale: random.next() < 0.55 ? 'en' : 'zh-CN',
      score: 0,
      text: null,
      outcome: random.next() < 0.8 ? 'dismissed' : 'shown',
      ago: random.next() * months,
    });
  const visitors: ReturnType<typeof visitorRow>[] = [];
  const responses = rows.map((row, index) => {
    const at = now - row.ago - 5 * 60_000;
    const who = `asked ${index}`;
    visitors.push(visitorRow(who, row.locale, at - random.whole(1, 200) * day, at, null));
    return {
      id: stableId('response', index),
      project_id: demoProjectId,
      survey_id: surveyId,
      visitor_id: stableId('visitor', who),
      outcome: row.outcome,
      answers: answersOf(row),
      locale: row.locale,
      page_url: `${demoOrigins[0]}/${random.pick(['index.html', 'index.html', 'charts.html', 'tables.html'])}`,
      idempotency_key: stableId('response key', index),
      created_at: new Date(at),
    };
  });
  return { visitors, responses };
}
