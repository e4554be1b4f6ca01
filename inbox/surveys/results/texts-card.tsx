import type { Question } from '../../../shared/domain/survey.ts';
import { parseTime } from '../../../shared/i18n/time.ts';
import { languageOf, textIn } from '../../../shared/survey/answers.ts';
import { useWorkplace } from '../../app/workplace.ts';
import { Paged } from '../../data/paged.tsx';
import { usePages } from '../../data/use-pages.ts';
import { usePreferences } from '../../settings/preferences.tsx';
import { useText } from '../../settings/text.ts';
import { Ago } from '../../view/ago.tsx';
import { useNow } from '../../view/use-now.ts';
import type { Survey } from '../queries.ts';
import { surveys } from '../texts.ts';
import { readTexts } from './queries.ts';

/** What people wrote in answer to one question, newest first. */
export function TextsCard(props: { survey: Survey; question: Question; since: string | null }) {
  const { survey, question, since } = props;
  const { backend } = useWorkplace();
  const t = useText(surveys);
  const { locale } = usePreferences();
  const now = useNow();
  const pages = usePages(
    (cursor) => readTexts(backend.db, survey.id, question.id, since, cursor),
    [survey.id, question.id, since],
  );
  const id = `texts-${question.id}`;
  return (
    <section class="card outcome" aria-labelledby={id}>
      <header class="card-head">
        <h2 id={id} lang={languageOf(question.title, locale)}>
          {textIn(question.title, locale)}
        </h2>
      </header>
      <Paged
        pages={pages}
        waiting={{ lines: 3, label: t('loading') }}
        empty={<p class="muted">{t('no_texts')}</p>}
      >
        <ul class="written">
          {pages.rows.map((row) => (
            <li key={row.id}>
              <p lang={row.locale} dir="auto">
                {row.answer}
              </p>
              <p class="muted">
                {row.score !== null && `${t('score_given', { score: row.score })} · `}
                <Ago at={parseTime(row.created_at)} now={now} />
              </p>
            </li>
          ))}
        </ul>
      </Paged>
    </section>
  );
}
