import type { Locale } from '../../shared/domain/nouns.ts';
import type en from '../../shared/i18n/extension/en.ts';
import type { Translate } from '../../shared/i18n/translate.ts';
import type { Uncovered } from '../drafts/draft.ts';

/** More hosts than these say nothing more. */
const named = 3;

/** What the member has to cover himself, and why nobody could do it for him. */
export function uncoveredText(
  t: Translate<typeof en>,
  locale: Locale,
  uncovered: NonNullable<Uncovered>,
): string {
  if (uncovered.kind !== 'frames') return t(`uncovered.${uncovered.kind}`);
  const { hosts } = uncovered;
  const names = hosts.slice(0, named);
  if (hosts.length > named) names.push('…');
  return t('uncovered.frames', { hosts: new Intl.ListFormat(locale, { type: 'unit' }).format(names) });
}
