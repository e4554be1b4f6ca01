import { useEffect, useMemo, useState } from 'preact/hooks';
import type { SurveyDefinition } from '../../shared/domain/survey.ts';
import questions from '../../shared/survey/questions/questions.css?inline';
import { SurveyQuestions } from '../../shared/survey/questions/questions.tsx';
import { IconButton } from '../../shared/ui/button.tsx';
import * as icons from '../../shared/ui/icons.ts';
import { usePanel } from '../app/panel.ts';
import { newId } from '../frame/id.ts';
import { addSheet } from '../frame/sheet.ts';
import css from './inline.css?inline';
import { tellerOf } from './prompt/tell.ts';
import { useSurveyWords } from './words.ts';

/**
 * The survey of a closed conversation inside its thread. Keep it mounted with the survey it began with: once it is
 * answered the server no longer names one. Give it the conversation's id as `key`.
 */
export function ThreadSurvey({ survey, conversation }: { survey: SurveyDefinition; conversation: string }) {
  const { core } = usePanel();
  const { t, locale } = useSurveyWords();
  const [state, setState] = useState<'asked' | 'thanked' | 'gone'>('asked');
  for (const sheet of [questions, css]) addSheet(core.shadow, sheet);
  const teller = useMemo(() => tellerOf(core, survey, { key: newId(), conversationId: conversation }), []);
  useEffect(() => {
    void teller.shown();
    core.emit('survey-shown', { survey: survey.slug });
  }, []);

  if (state === 'gone') return null;
  return (
    <section class="thread-survey" aria-label={t('label')}>
      {state === 'asked' && (
        <IconButton
          class="thread-survey-close"
          icon={icons.close}
          label={t('close')}
          onClick={() => {
            setState('gone');
            return teller.leave();
          }}
        />
      )}
      <SurveyQuestions
        survey={survey}
        locale={locale}
        t={t}
        onAnswer={(answers, complete) => {
          if (complete) setState('thanked');
          return teller.answer(answers, complete);
        }}
      />
    </section>
  );
}
