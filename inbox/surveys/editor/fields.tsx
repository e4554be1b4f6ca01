import { useId, useState } from 'preact/hooks';
import type { Localized } from '../../../shared/domain/survey.ts';
import { TextField } from '../../../shared/ui/field.tsx';
import { useText } from '../../settings/text.ts';
import { surveys } from '../texts.ts';

/** What every field of the editor takes beside its value. */
export type FieldProps = {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  disabled: boolean;
};

/** A text in both languages, side by side. */
export function LocalizedField(
  props: FieldProps & {
    value: Localized | undefined | null;
    onValue: (value: Localized) => void;
    /** Names the pair where the label alone would not ("Option 2"). */
    labelHidden?: boolean;
    /** Takes the focus when it appears. */
    begin?: boolean;
  },
) {
  const { label, hint, error, disabled, value, onValue, labelHidden } = props;
  const t = useText(surveys);
  const id = useId();
  const field = (language: 'en' | 'zh-CN', name: string) => (
    <div class="localized-one">
      <span class="localized-language" aria-hidden="true">
        {name}
      </span>
      <input
        class="hb-input"
        lang={language}
        aria-label={t('text_in', { field: label, language: name })}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}-hint ${id}-error`}
        value={value?.[language] ?? ''}
        readOnly={disabled}
        data-begin={props.begin && language === 'en' ? '' : undefined}
        onInput={(event) => onValue({ ...value, [language]: event.currentTarget.value })}
      />
    </div>
  );
  return (
    <div class="hb-field localized">
      {!labelHidden && (
        <span class="hb-label" aria-hidden="true">
          {label}
        </span>
      )}
      <div class="localized-pair">
        {field('en', t('language_en'))}
        {field('zh-CN', t('language_zh'))}
      </div>
      {hint && (
        <p class="hb-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <p class="hb-error" id={`${id}-error`} role="alert" hidden={!error}>
        {error}
      </p>
    </div>
  );
}

/** A number typed as text: null while empty, NaN while it is none. */
export function NumberField(
  props: FieldProps & { value: number | null; onValue: (value: number | null) => void },
) {
  const { value, onValue, disabled, ...rest } = props;
  const [typed, setTyped] = useState(value === null || Number.isNaN(value) ? '' : String(value));
  return (
    <TextField
      {...rest}
      inputMode="numeric"
      autocomplete="off"
      value={typed}
      readOnly={disabled}
      onValue={(next) => {
        setTyped(next);
        onValue(next.trim() === '' ? null : Number(next));
      }}
    />
  );
}

/** A day and a time in the reader's time zone; the value is an ISO time. */
export function TimeField(
  props: FieldProps & { value: string | null; onValue: (value: string | null) => void },
) {
  const { value, onValue, disabled, ...rest } = props;
  return (
    <TextField
      {...rest}
      type="datetime-local"
      value={value ? localTime(value) : ''}
      readOnly={disabled}
      onValue={(typed) => onValue(typed ? new Date(typed).toISOString() : null)}
    />
  );
}

/** An ISO time as `datetime-local` has it. */
function localTime(iso: string): string {
  const date = new Date(iso);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

export function Check(props: {
  label: string;
  checked: boolean;
  disabled: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={props.checked}
        disabled={props.disabled}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      {props.label}
    </label>
  );
}
