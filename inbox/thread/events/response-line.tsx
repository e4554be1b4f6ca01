import { parseTime } from '../../../shared/i18n/time.ts';
import { Icon } from '../../../shared/ui/icon.tsx';
import { chart } from '../../../shared/ui/icons.ts';
import { conversations } from '../../conversations/texts.ts';
import { usePreferences } from '../../settings/preferences.tsx';
import { useText } from '../../settings/text.ts';
import { Ago } from '../../view/ago.tsx';
import type { SurveyAnswer } from '../queries.ts';
import { answersInWords } from './answers.ts';

/** What the visitor answered when asked about the closed conversation. */
export function ResponseLine({ response, now }: { response: SurveyAnswer; now: number }) {
  const t = useText(conversations);
  const { locale } = usePreferences();
  const answers = answersInWords(response.surveys?.questions, response.answers, locale);
  const name = t('response_to', { survey: response.surveys?.name ?? '' });
  if (answers.length === 0) return null;
  return (
    <article class="thread-event response" aria-label={name}>
      <header class="message-head">
        <Icon path={chart} size={16} />
        <strong>{name}</strong>
        {response.outcome === 'partial' && <span class="message-role">{t('response_partial')}</span>}
        <Ago at={parseTime(response.created_at)} now={now} />
      </header>
      <dl>
        {answers.map((answer, place) => (
          <div key={place}>
            <dt dir="auto">{answer.question}</dt>
            <dd dir="auto">
              {answer.text === null ? (
                <strong>{t('points', { points: `${answer.points}`, of: `${answer.of}` })}</strong>
              ) : (
                answer.text
              )}
            </dd>
          </div>
        ))}
      </dl>
    </article>
  );
}
