import type { SurveyKind } from '../../shared/domain/nouns.ts';
import type en from '../../shared/i18n/inbox/surveys/en.ts';
import type { Translate } from '../../shared/i18n/translate.ts';
import { signed } from '../nps/signed.ts';

/** Of those who were asked, the share who answered at all; '–' where nobody was asked. */
export function rateOf(locale: string, answered: number, shown: number): string {
  if (shown === 0) return '–';
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(answered / shown);
}

/** The score in the form its kind is known by: NPS with its sign, CSAT as a share, CES as a mean. */
export function scoreText(
  t: Translate<typeof en>,
  locale: string,
  kind: SurveyKind,
  score: number | null,
): string {
  if (score === null || kind === 'custom') return '–';
  if (kind === 'nps') return signed(locale, score);
  return t(kind === 'csat' ? 'score_csat' : 'score_ces', {
    score: new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(score),
  });
}
