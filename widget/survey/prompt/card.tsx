import { useEffect, useRef, useState } from 'preact/hooks';
import type { Locale } from '../../../shared/domain/nouns.ts';
import type { Answers, SurveyDefinition } from '../../../shared/domain/survey.ts';
import { textIn } from '../../../shared/survey/answers.ts';
import { SurveyQuestions, type SurveyWords } from '../../../shared/survey/questions/questions.tsx';
import { IconButton } from '../../../shared/ui/button.tsx';
import * as icons from '../../../shared/ui/icons.ts';

/** A small card beside the page, never in its way: it is not modal and does not take the focus. */
export function Card(props: {
  survey: Pick<SurveyDefinition, 'questions' | 'thanks'>;
  t: SurveyWords;
  locale: Locale;
  /** Of the words, which may be another than `locale`. */
  language: string;
  /** There is no launcher to keep clear of. */
  alone: boolean;
  onAnswer(answers: Answers, complete: boolean): unknown;
  onClose(): void;
}) {
  const { survey, t, locale, language, alone, onAnswer, onClose } = props;
  const [spoken, say] = useState('');
  const element = useRef<HTMLElement>(null);
  const cameFrom = useRef<EventTarget | null>(null);

  // What is in a live region from the beginning is not read out.
  useEffect(() => {
    const frame = requestAnimationFrame(() =>
      say(t('arrived', { question: textIn(survey.questions[0]?.title, locale) })),
    );
    return () => cancelAnimationFrame(frame);
  }, []);

  const close = () => {
    const root = element.current?.getRootNode();
    const back = root instanceof ShadowRoot && element.current?.contains(root.activeElement);
    onClose();
    // The focus goes back to where it came from, if it was in here.
    const from = cameFrom.current;
    if (!back) return;
    if (from instanceof HTMLElement && from.isConnected) from.focus();
    else root.querySelector<HTMLElement>('.launcher')?.focus();
  };
  return (
    <section
      ref={element}
      class="survey"
      data-alone={alone || undefined}
      role="dialog"
      aria-label={t('label')}
      lang={language}
      onFocusIn={({ relatedTarget }) => {
        if (!(relatedTarget instanceof Node && element.current?.contains(relatedTarget)))
          cameFrom.current = relatedTarget;
        // He has found it.
        say('');
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing) close();
      }}
    >
      <IconButton class="survey-close" icon={icons.close} label={t('close')} onClick={close} />
      <div class="survey-body">
        <SurveyQuestions survey={survey} locale={locale} t={t} onAnswer={onAnswer} onClose={close} />
      </div>
      <p class="hb-sr" role="status">
        {spoken}
      </p>
    </section>
  );
}
