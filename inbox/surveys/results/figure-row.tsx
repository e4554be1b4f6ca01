import type { SurveyKind } from '../../../shared/domain/nouns.ts';
import { Link } from '../../routing/link.tsx';
import { usePreferences } from '../../settings/preferences.tsx';
import { useText } from '../../settings/text.ts';
import { rateOf, scoreText } from '../figures.ts';
import type { Figures } from '../queries.ts';
import { surveys } from '../texts.ts';

/** How many were asked, how many answered, and the score. */
export function FigureRow({ kind, figures }: { kind: SurveyKind; figures: Figures }) {
  const t = useText(surveys);
  const { locale } = usePreferences();
  const number = new Intl.NumberFormat(locale);
  const shown: readonly (readonly [string, string])[] = [
    ...(kind === 'custom' ? [] : [[t(`kind_${kind}`), scoreText(t, locale, kind, figures.score)] as const]),
    [t('shown'), number.format(figures.shown)],
    [t('answered'), number.format(figures.answered)],
    [t('finished'), number.format(figures.finished)],
    [t('rate'), rateOf(locale, figures.answered, figures.shown)],
  ];
  return (
    <section class="card figures" aria-label={t('figures')}>
      <dl>
        {shown.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {kind === 'nps' && (
        <p>
          <Link to={{ name: 'nps', range: '90d' }}>{t('to_nps')}</Link>
        </p>
      )}
    </section>
  );
}
