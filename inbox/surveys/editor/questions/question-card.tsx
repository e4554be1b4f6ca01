import type { Question } from '../../../../shared/domain/survey.ts';
import { textIn } from '../../../../shared/survey/answers.ts';
import { IconButton } from '../../../../shared/ui/button.tsx';
import { Select } from '../../../../shared/ui/field.tsx';
import { chevronDown, chevronUp, grip, trash } from '../../../../shared/ui/icons.ts';
import { usePreferences } from '../../../settings/preferences.tsx';
import { useText } from '../../../settings/text.ts';
import { changeKind, questionKinds, scaled } from '../../definition/edit.ts';
import { surveys } from '../../texts.ts';
import { Check, LocalizedField } from '../fields.tsx';
import type { ErrorOf } from '../use-faults.ts';
import { Branches } from './branches.tsx';
import { Options } from './options.tsx';

const points = [3, 4, 5, 6, 7, 8, 9, 10];

/** One question with all that belongs to it. `errorOf` takes paths within it. */
export function QuestionCard(props: {
  question: Question;
  at: number;
  questions: readonly Question[];
  disabled: boolean;
  dragged: boolean;
  errorOf: ErrorOf;
  onChange: (question: Question) => void;
  onMove: (to: number) => void;
  onDrag: () => void;
  onRemove: () => void;
  onAt: () => void;
}) {
  const { question, at, questions, disabled, errorOf, onChange, onMove } = props;
  const t = useText(surveys);
  const { locale } = usePreferences();
  const number = at + 1;
  const title = textIn(question.title, locale);
  const set = (change: Partial<Question>) => onChange({ ...question, ...change });
  return (
    <li class={`card question${props.dragged ? ' question-dragged' : ''}`} onFocusCapture={props.onAt}>
      <fieldset class="question-frame">
        <legend class="hb-sr">{t('question_number', { number })}</legend>
        <div class="question-head">
          {!disabled && (
            <IconButton
              icon={grip}
              class="question-grip"
              label={t('drag_question', { number })}
              onPointerDown={(event) => {
                if (event.button !== 0) return;
                // No text is marked on the way.
                event.preventDefault();
                event.currentTarget.focus();
                props.onDrag();
              }}
              onKeyDown={(event) => {
                if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
                event.preventDefault();
                onMove(event.key === 'ArrowUp' ? at - 1 : at + 1);
              }}
            />
          )}
          <span class="question-name" aria-hidden="true">
            {number}. {title || <span class="muted">{t('question_untitled')}</span>}
          </span>
          {!disabled && (
            <>
              <IconButton
                icon={chevronUp}
                label={t('up_question', { number })}
                aria-disabled={at === 0}
                onClick={() => onMove(at - 1)}
              />
              <IconButton
                icon={chevronDown}
                label={t('down_question', { number })}
                aria-disabled={at === questions.length - 1}
                onClick={() => onMove(at + 1)}
              />
              <IconButton icon={trash} label={t('remove_question', { number })} onClick={props.onRemove} />
            </>
          )}
        </div>
        <LocalizedField
          label={t('question_title')}
          value={question.title}
          error={errorOf('title')}
          disabled={disabled}
          begin
          onValue={(value) => set({ title: value })}
        />
        <LocalizedField
          label={t('question_hint')}
          value={question.hint}
          error={errorOf('hint')}
          disabled={disabled}
          onValue={(hint) => set({ hint })}
        />
        <div class="question-line">
          <Select
            label={t('question_kind')}
            value={question.kind}
            disabled={disabled}
            options={questionKinds.map((kind) => ({ value: kind, label: t(`answer_${kind}`) }))}
            onValue={(value) => {
              const kind = questionKinds.find((one) => one === value);
              if (kind) onChange(changeKind(question, kind));
            }}
          />
          {question.kind === 'rating' && (
            <Select
              label={t('question_scale')}
              value={String(question.scale ?? 5)}
              disabled={disabled}
              error={errorOf('scale')}
              options={points.map((point) => ({ value: String(point), label: String(point) }))}
              onValue={(value) => set({ scale: Number(value) })}
            />
          )}
          <Check
            label={t('question_required')}
            checked={question.required}
            disabled={disabled}
            onChange={(required) => set({ required })}
          />
        </div>
        {scaled(question.kind) && (
          <>
            <LocalizedField
              label={t('question_low')}
              value={question.low}
              error={errorOf('low')}
              disabled={disabled}
              onValue={(low) => set({ low })}
            />
            <LocalizedField
              label={t('question_high')}
              value={question.high}
              error={errorOf('high')}
              disabled={disabled}
              onValue={(high) => set({ high })}
            />
          </>
        )}
        {question.options && (
          <Options question={question} disabled={disabled} errorOf={errorOf} onChange={onChange} />
        )}
        <Branches
          question={question}
          later={questions.slice(at + 1)}
          questions={questions}
          disabled={disabled}
          errorOf={errorOf}
          onChange={onChange}
        />
      </fieldset>
    </li>
  );
}
