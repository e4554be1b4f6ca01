import { useRef } from 'preact/hooks';
import type { Question } from '../../../../shared/domain/survey.ts';
import { surveyLimits } from '../../../../shared/domain/survey-limits.ts';
import { Button, IconButton } from '../../../../shared/ui/button.tsx';
import { chevronDown, chevronUp, close, plus } from '../../../../shared/ui/icons.ts';
import { useText } from '../../../settings/text.ts';
import { addOption, move, removeOption, replaceAt } from '../../definition/edit.ts';
import { surveys } from '../../texts.ts';
import { LocalizedField } from '../fields.tsx';
import type { ErrorOf } from '../use-faults.ts';

/** What can be chosen. Enter in one adds the next. */
export function Options(props: {
  question: Question;
  disabled: boolean;
  errorOf: ErrorOf;
  onChange: (question: Question) => void;
}) {
  const { question, disabled, errorOf, onChange } = props;
  const t = useText(surveys);
  const list = useRef<HTMLOListElement>(null);
  const options = question.options ?? [];
  const focus = (at: number, selector: string) =>
    requestAnimationFrame(() => list.current?.children[at]?.querySelector<HTMLElement>(selector)?.focus());
  const add = () => {
    if (options.length >= surveyLimits.options) return;
    onChange(addOption(question));
    focus(options.length, 'input');
  };
  const go = (from: number, to: number, selector: string) => {
    if (to < 0 || to >= options.length) return;
    onChange({ ...question, options: move(options, from, to) });
    focus(to, selector);
  };
  const error = errorOf('options');
  return (
    <fieldset class="sub">
      <legend class="hb-label">{t('options')}</legend>
      <ol ref={list} class="options">
        {options.map((option, at) => (
          <li
            key={option.id}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.isComposing || !(event.target instanceof HTMLInputElement))
                return;
              event.preventDefault();
              if (!disabled) add();
            }}
          >
            <LocalizedField
              label={t('option_number', { number: at + 1 })}
              labelHidden
              value={option.label}
              error={errorOf(`options.${at}`)}
              disabled={disabled}
              onValue={(label) =>
                onChange({ ...question, options: replaceAt(options, at, { ...option, label }) })
              }
            />
            {!disabled && (
              <span class="row-actions">
                <IconButton
                  icon={chevronUp}
                  class="option-up"
                  label={t('up_option', { number: at + 1 })}
                  aria-disabled={at === 0}
                  onClick={() => go(at, at - 1, '.option-up')}
                />
                <IconButton
                  icon={chevronDown}
                  class="option-down"
                  label={t('down_option', { number: at + 1 })}
                  aria-disabled={at === options.length - 1}
                  onClick={() => go(at, at + 1, '.option-down')}
                />
                <IconButton
                  icon={close}
                  label={t('remove_option', { number: at + 1 })}
                  onClick={() => {
                    onChange(removeOption(question, at));
                    focus(Math.max(0, at - 1), 'input');
                  }}
                />
              </span>
            )}
          </li>
        ))}
      </ol>
      <p class="hb-error" role="alert" hidden={!error}>
        {error}
      </p>
      {!disabled && options.length < surveyLimits.options && (
        <Button variant="ghost" icon={plus} onClick={add}>
          {t('add_option')}
        </Button>
      )}
    </fieldset>
  );
}
