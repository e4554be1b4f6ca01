import type { Question } from '../../../shared/domain/survey.ts';
import { scaleOf } from '../../../shared/survey/answers.ts';

/** The points of a question's scale, as texts; null for questions without one. */
export function pointsOf(question: Pick<Question, 'kind' | 'scale'>): string[] | null {
  const scale = scaleOf(question);
  return scale && Array.from({ length: scale.to - scale.from + 1 }, (_, step) => String(scale.from + step));
}
