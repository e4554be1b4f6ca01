import type { Localized } from '../../../shared/domain/survey.ts';
import type { Draft } from './draft.ts';

/** How many texts of a cleaned draft stand in one of the two languages only. */
export function untranslated({ questions, thanks }: Pick<Draft, 'questions' | 'thanks'>): number {
  const texts: (Localized | null | undefined)[] = [
    thanks,
    ...questions.flatMap(({ title, hint, low, high, options = [] }) => [
      title,
      hint,
      low,
      high,
      ...options.map((option) => option.label),
    ]),
  ];
  return texts.filter((text) => text && (text.en === undefined) !== (text['zh-CN'] === undefined)).length;
}
