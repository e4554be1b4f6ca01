import type { Question } from '../../../../shared/domain/survey.ts';
import { surveyLimits } from '../../../../shared/domain/survey-limits.ts';
import { textIn } from '../../../../shared/survey/answers.ts';
import { Button, IconButton } from '../../../../shared/ui/button.tsx';
import { Select } from '../../../../shared/ui/field.tsx';
import { close, plus } from '../../../../shared/ui/icons.ts';
import { usePreferences } from '../../../settings/preferences.tsx';
import { useText } from '../../../settings/text.ts';
import { conditionOf, removeAt, replaceAt, testOf, testsOf, wantedOf } from '../../definition/edit.ts';
import { pointsOf } from '../../definition/points.ts';
import { surveys } from '../../texts.ts';
import type { ErrorOf } from '../use-faults.ts';

/** Where an answer leads: the first branch that fits, else the next question. */
export function Branches(props: {
  question: Question;
  later: readonly Question[];
  questions: readonly Question[];
  disabled: boolean;
  errorOf: ErrorOf;
  onChange: (question: Question) => void;
}) {
  const { question, later, questions, disabled, errorOf, onChange } = props;
  const t = useText(surveys);
  const { locale } = usePreferences();
  const next = question.next ?? [];
  const points = pointsOf(question);
  const values =
    points?.map((point) => ({ value: point, label: point })) ??
    (question.options ?? []).map((option, at) => ({
      value: option.id,
      label: textIn(option.label, locale) || t('option_number', { number: at + 1 }),
    }));
  const nameOf = (one: Question) =>
    t('branch_question', {
      number: String(questions.indexOf(one) + 1),
      title: textIn(one.title, locale) || t('question_untitled'),
    });
  const set = (branches: typeof next) => onChange({ ...question, next: [...branches] });
  const typed = (value: string) => (points ? Number(value) : value);
  // After the last question comes the end, whatever is answered.
  if (next.length === 0 && (disabled || later.length === 0)) return null;

  return (
    <fieldset class="sub">
      <legend class="hb-label">{t('branches')}</legend>
      {next.length === 0 && <p class="muted">{t('branches_none')}</p>}
      <ol class="branches">
        {next.map((branch, at) => {
          const test = testOf(branch.if);
          const wanted = String(wantedOf(branch.if));
          const error = errorOf(`next.${at}`);
          const label = (part: string) => t('branch_number', { number: at + 1, part });
          const targets = [
            ...later.map((one) => ({ value: one.id, label: nameOf(one) })),
            { value: 'end', label: t('branch_end') },
          ];
          // One that leads back, since the questions were moved, is shown as it is until it is put right.
          const lost = questions.find((one) => one.id === branch.to && !later.includes(one));
          return (
            <li key={at}>
              <div class="branch">
                <span aria-hidden="true">{t('branch_if')}</span>
                <Select
                  label={label(t('branch_if'))}
                  labelHidden
                  value={test}
                  disabled={disabled}
                  options={testsOf(question.kind).map((one) => ({ value: one, label: t(`test_${one}`) }))}
                  onValue={(value) => {
                    const chosen = testsOf(question.kind).find((one) => one === value);
                    const first = wanted || (values[0]?.value ?? '');
                    if (chosen)
                      set(replaceAt(next, at, { ...branch, if: conditionOf(chosen, typed(first)) }));
                  }}
                />
                {test !== 'skipped' && (
                  <Select
                    label={label(t('branch_value'))}
                    labelHidden
                    value={wanted}
                    disabled={disabled}
                    options={values}
                    onValue={(value) =>
                      set(replaceAt(next, at, { ...branch, if: conditionOf(test, typed(value)) }))
                    }
                  />
                )}
                <span aria-hidden="true">{t('branch_then')}</span>
                <Select
                  label={label(t('branch_then'))}
                  labelHidden
                  value={branch.to}
                  disabled={disabled}
                  error={error}
                  options={lost ? [{ value: lost.id, label: nameOf(lost) }, ...targets] : targets}
                  onValue={(to) => set(replaceAt(next, at, { ...branch, to }))}
                />
                {!disabled && (
                  <IconButton
                    icon={close}
                    label={t('remove_branch', { number: at + 1 })}
                    onClick={() => set(removeAt(next, at))}
                  />
                )}
              </div>
            </li>
          );
        })}
      </ol>
      {next.length > 0 && <p class="muted">{t('branch_else')}</p>}
      {!disabled && next.length < surveyLimits.branches && (
        <Button
          variant="ghost"
          icon={plus}
          onClick={() => {
            const test = testsOf(question.kind)[0] ?? 'skipped';
            set([...next, { if: conditionOf(test, typed(values[0]?.value ?? '')), to: 'end' }]);
          }}
        >
          {t('add_branch')}
        </Button>
      )}
    </fieldset>
  );
}
