import { useEffect, useId, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import { limits } from '../../shared/domain/limits.ts';
import type { Locale } from '../../shared/domain/nouns.ts';
import { type Catalogue, translator } from '../../shared/i18n/translate.ts';
import en from '../../shared/i18n/widget/survey/en.ts';
import zh from '../../shared/i18n/widget/survey/zh-CN.ts';
import { Button, IconButton } from '../../shared/ui/button.tsx';
import { TextArea } from '../../shared/ui/field.tsx';
import * as icons from '../../shared/ui/icons.ts';
import { follow, scoreByKey, scores } from './steps.ts';

const catalogues: Record<Locale, Catalogue<typeof en>> = { en, 'zh-CN': zh };

export interface CardProps {
  locale: Locale;
  /** Called with the score at once, and again with the reason if one is given. Resolves once it is kept. */
  onAnswer: (score: number, comment?: string) => Promise<void>;
  /** Closed without a score. */
  onDismiss: () => void;
  /** The card is over. */
  onGone: () => void;
}

/** A small card beside the page, never in its way: from 0 to 10, then why, then thanks. */
export function Card({ locale, onAnswer, onDismiss, onGone }: CardProps) {
  const t = translator(locale, catalogues[locale]);
  const [step, act] = useReducer(follow, { at: 'score' });
  const [comment, setComment] = useState('');
  const question = useId();
  const element = useRef<HTMLElement>(null);

  useEffect(() => {
    if (step.at === 'gone') onGone();
  }, [step.at]);
  // The pressed button is gone with its step: the focus goes on to what took its place.
  useLayoutEffect(() => {
    if (step.at === 'reason') element.current?.querySelector('textarea')?.focus();
    if (step.at === 'thanks') element.current?.querySelector<HTMLElement>('.done')?.focus();
  }, [step.at]);

  const close = () => {
    if (step.at === 'score') onDismiss();
    act({ do: 'close' });
  };
  if (step.at === 'gone') return null;
  return (
    <section
      ref={element}
      class="survey"
      role="dialog"
      aria-label={t('label')}
      lang={locale}
      dir="ltr"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing) close();
      }}
    >
      <IconButton class="survey-close" icon={icons.close} label={t('close')} onClick={close} />
      {step.at === 'score' && (
        <>
          <p id={question} class="survey-question">
            {t('question')}
          </p>
          <Scale
            labelledBy={question}
            name={(score) => t('score', { score: `${score}` })}
            onScore={(score) => {
              act({ do: 'score', score });
              return onAnswer(score);
            }}
          />
          <p class="survey-ends">
            <span>{t('lowest')}</span>
            <span>{t('highest')}</span>
          </p>
        </>
      )}
      {step.at === 'reason' && (
        <form>
          <TextArea
            label={t('why')}
            rows={3}
            maxLength={limits.commentLength}
            value={comment}
            onValue={setComment}
          />
          <div class="survey-actions">
            <Button variant="ghost" onClick={() => act({ do: 'finish' })}>
              {t('skip')}
            </Button>
            {/* On the button: a sandboxed frame may know no submitting. */}
            <Button
              type="submit"
              variant="primary"
              onClick={(event) => {
                event.preventDefault();
                act({ do: 'finish' });
                return comment.trim() ? onAnswer(step.score, comment.trim()) : undefined;
              }}
            >
              {t('send')}
            </Button>
          </div>
        </form>
      )}
      {step.at === 'thanks' && (
        <div class="survey-thanks" role="status">
          <p>{t('thanks')}</p>
          <Button class="done" onClick={close}>
            {t('done')}
          </Button>
        </div>
      )}
    </section>
  );
}

/** Eleven buttons, one Tab stop: the arrows go from one to the next. */
function Scale(props: {
  labelledBy: string;
  name: (score: number) => string;
  onScore: (score: number) => Promise<void>;
}) {
  const [at, setAt] = useState(0);
  const element = useRef<HTMLFieldSetElement>(null);
  return (
    <fieldset
      ref={element}
      class="survey-scale"
      aria-labelledby={props.labelledBy}
      onKeyDown={(event) => {
        const next = scoreByKey(event.key, at);
        if (next === null) return;
        event.preventDefault();
        setAt(next);
        element.current?.querySelectorAll('button')[next]?.focus();
      }}
    >
      {scores.map((score) => (
        <button
          key={score}
          type="button"
          tabIndex={score === at ? 0 : -1}
          aria-label={props.name(score)}
          onClick={() => props.onScore(score)}
        >
          {score}
        </button>
      ))}
    </fieldset>
  );
}
