import { useState } from 'preact/hooks';
import type { Locale } from '../../domain/nouns.ts';
import type { AnswerValue, Question } from '../../domain/survey.ts';
import { Button } from '../../ui/button.tsx';
import { useId } from '../../ui/use-id.ts';
import { languageOf, mayGoOn, scaleOf, textIn } from '../answers.ts';
import { Choice, Several } from './options.tsx';
import type { SurveyWords } from './questions.tsx';
import { Scale } from './scale.tsx';
import { Text } from './text.tsx';

/** What every way of answering takes. `given` is what was answered before. */
export interface AnswerProps<Value> {
  question: Question;
  locale: Locale;
  t: SurveyWords;
  /** Ids of what names the control and of what says more about it. */
  labelledBy: string;
  describedBy: string | undefined;
  given: Value | undefined;
}

/** One question with its control, and the ways on. */
export function Asked(props: {
  question: Question;
  locale: Locale;
  t: SurveyWords;
  /** Which of how many, in words; null where there is but one. */
  progress: string | null;
  given: AnswerValue | undefined;
  /** Nothing can follow. */
  last: boolean;
  onAnswer(answer: AnswerValue | undefined): void;
  onBack: (() => void) | undefined;
}) {
  const { question, locale, t, progress, given, last, onAnswer, onBack } = props;
  const { kind } = question;
  const id = useId();
  const [chosen, setChosen] = useState<readonly string[]>(Array.isArray(given) ? given : []);
  const [text, setText] = useState(kind === 'text' && typeof given === 'string' ? given : '');
  const [fault, setFault] = useState(false);

  const title = textIn(question.title, locale);
  const own = textIn(question.hint, locale);
  const hint = own || (kind === 'several' ? t('several') : '');
  /** What would be answered now, of the kinds that are not answered by a press. */
  const written = kind === 'text' ? text.trim() || undefined : chosen.length > 0 ? [...chosen] : undefined;
  const collects = kind === 'text' || kind === 'several';
  const now = collects ? written : given;

  const goOn = () => {
    if (mayGoOn(question, now)) onAnswer(now);
    else setFault(true);
  };
  const described = [hint && `${id}-hint`, progress && `${id}-progress`, fault && `${id}-fault`];
  const control = {
    question,
    locale,
    t,
    labelledBy: `${id}-title`,
    describedBy: described.filter(Boolean).join(' ') || undefined,
  };
  return (
    <>
      <div class="sq-head">
        {progress && (
          <p class="sq-progress" id={`${id}-progress`}>
            {progress}
          </p>
        )}
        <p class="sq-title" id={`${id}-title`} tabIndex={-1} lang={languageOf(question.title, locale)}>
          <bdi>{title}</bdi>
        </p>
        {hint && (
          <p class="sq-hint" id={`${id}-hint`} lang={own ? languageOf(question.hint, locale) : undefined}>
            <bdi>{hint}</bdi>
          </p>
        )}
      </div>
      {scaleOf(question) && (
        <Scale {...control} given={typeof given === 'number' ? given : undefined} onPick={onAnswer} />
      )}
      {kind === 'choice' && (
        <Choice {...control} given={typeof given === 'string' ? given : undefined} onPick={onAnswer} />
      )}
      {kind === 'several' && (
        <Several
          {...control}
          given={chosen}
          onChange={(ids) => {
            setChosen(ids);
            setFault(false);
          }}
        />
      )}
      {kind === 'text' && (
        <Text
          {...control}
          given={text}
          invalid={fault}
          onChange={(value) => {
            setText(value);
            setFault(false);
          }}
          onSend={goOn}
        />
      )}
      <p class="hb-error" id={`${id}-fault`} role="alert" hidden={!fault}>
        {fault && t(kind === 'text' ? 'writeSomething' : 'chooseOne')}
      </p>
      {(onBack || collects || now !== undefined || !question.required) && (
        <div class="sq-actions">
          {onBack && (
            <Button class="sq-back" variant="ghost" onClick={onBack}>
              {t('back')}
            </Button>
          )}
          {!question.required && now === undefined && (
            <Button variant="ghost" onClick={() => onAnswer(undefined)}>
              {t('skip')}
            </Button>
          )}
          {(collects || now !== undefined) && (
            <Button variant="primary" onClick={goOn}>
              {t(last ? 'send' : 'next')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
