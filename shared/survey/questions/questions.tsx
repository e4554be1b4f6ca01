import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Locale } from '../../domain/nouns.ts';
import type { Answers, AnswerValue, SurveyDefinition } from '../../domain/survey.ts';
import type { Translate } from '../../i18n/translate.ts';
import type en from '../../i18n/widget/survey/en.ts';
import { Button } from '../../ui/button.tsx';
import { useId } from '../../ui/use-id.ts';
import { languageOf, textIn } from '../answers.ts';
import { Asked } from './asked.tsx';
import { begin, counted, follow, place } from './progress.ts';

export type SurveyWords = Translate<typeof en>;

export interface SurveyQuestionsProps {
  survey: Pick<SurveyDefinition, 'questions' | 'thanks'>;
  /** Whose texts of the survey are read; where a text is missing the other language stands in. */
  locale: Locale;
  /** Words of the catalogue `shared/i18n/widget/survey`. */
  t: SurveyWords;
  /** All answers so far, after every question; `complete` with the last. */
  onAnswer(answers: Answers, complete: boolean): unknown;
  /** Leaves the thanks. Without it nothing offers to. */
  onClose?: (() => void) | undefined;
}

/** The second press of a double click would answer the next question, which has come to stand in its place. */
function pressOnce(event: MouseEvent): void {
  const onButton = event.target instanceof Element && event.target.closest('button:not(.sq-back)');
  if (event.detail > 1 && onButton) event.stopPropagation();
}

/**
 * The questions of a survey, one at a time, then the thanks. Needs tokens.css, form.css and questions.css. The focus
 * goes along from question to question once it is inside, and is not taken before.
 */
export function SurveyQuestions({ survey, locale, t, onAnswer, onClose }: SurveyQuestionsProps) {
  const [progress, setProgress] = useState(() => begin(survey));
  const element = useRef<HTMLDivElement>(null);
  const thanksId = useId();
  const moved = useRef(false);
  const { over } = progress;
  const question = progress.path.at(-1);
  const { number, total } = place(survey, progress);

  // The pressed button is gone with its question: the focus goes on to what took its place.
  useLayoutEffect(() => {
    if (!moved.current) return;
    const stops = element.current?.querySelectorAll<HTMLElement>('[data-begin]') ?? [];
    const field = [...stops].find((stop) => stop.tabIndex >= 0);
    // On a phone a field would bring the keyboard up over the question.
    const shy = field?.matches('textarea') && matchMedia('(pointer: coarse)').matches;
    const target = shy ? null : field;
    (target ?? element.current?.querySelector<HTMLElement>('.sq-title, .sq-thanks'))?.focus();
  }, [progress.path.length, over]);

  const go = (after: typeof progress) => {
    moved.current = true;
    setProgress(after);
  };
  const answer = (value: AnswerValue | undefined) => {
    const after = follow(survey, progress, { do: 'answer', answer: value });
    go(after);
    // A question that was skipped tells nothing new, unless it was the last.
    const told = counted(after);
    if (after.over || Object.keys(told).length > 0) onAnswer(told, after.over);
  };

  const thanks = textIn(survey.thanks, locale);
  if (over || !question)
    return (
      <div class="sq" ref={element}>
        <div class="sq-thanks" tabIndex={-1}>
          <p role="status" id={thanksId} lang={thanks ? languageOf(survey.thanks, locale) : undefined}>
            <bdi>{thanks || t('thanks')}</bdi>
          </p>
          {onClose && (
            <Button data-begin aria-describedby={thanksId} onClick={onClose}>
              {t('done')}
            </Button>
          )}
        </div>
      </div>
    );
  return (
    <div class="sq" ref={element} onClickCapture={pressOnce}>
      {total > 1 && <progress class="sq-bar" max={total} value={number - 1} aria-hidden="true" />}
      <Asked
        key={question.id}
        question={question}
        locale={locale}
        t={t}
        progress={total > 1 ? t('progress', { number, total }) : null}
        given={progress.answers[question.id]}
        last={number === total}
        onAnswer={answer}
        onBack={progress.path.length > 1 ? () => go(follow(survey, progress, { do: 'back' })) : undefined}
      />
    </div>
  );
}
