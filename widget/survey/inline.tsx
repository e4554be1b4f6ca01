import { useEffect, useMemo } from 'preact/hooks';
import type { SurveyDefinition } from '../../shared/domain/survey.ts';
import questions from '../../shared/survey/questions/questions.css?inline';
import { SurveyQuestions } from '../../shared/survey/questions/questions.tsx';
import { usePanel } from '../app/panel.ts';
import { newId } from '../frame/id.ts';
import { addSheet } from '../frame/sheet.ts';
import { tellerOf } from './prompt/tell.ts';
import { useSurveyWords } from './words.ts';

/**
 * The survey of a closed conversation inside its thread. Keep it mounted with the survey it began with: once it is
 * answered the server no longer names one. Give it the conversation's id as `key`.
 */
export function ThreadSurvey({ survey, conversation }: { survey: SurveyDefinition; conversation: string }) {
  const { core } = usePanel();
  const { t, locale } = useSurveyWords();
  addSheet(core.shadow, questions);
  const teller = useMemo(() => tellerOf(core, survey, { key: newId(), conversationId: conversation }), []);
  useEffect(() => core.emit('survey-shown', { survey: survey.slug }), []);
  return (
    <section class="thread-survey" aria-label={t('label')}>
      <SurveyQuestions survey={survey} locale={locale} t={t} onAnswer={teller.answer} />
    </section>
  );
}
