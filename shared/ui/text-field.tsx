import {
  type ComponentChildren,
  h,
  type LooseInputHTMLAttributes,
  type PartialInputHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'preact';
import { useId } from './use-id.ts';

export type FieldText = {
  label: string;
  /** Keeps the label for screen readers only. */
  labelHidden?: boolean | undefined;
  hint?: ComponentChildren;
  /** What is wrong and what to do. Marks the control as invalid and is read with it. */
  error?: string | undefined;
  /** What was typed or chosen, at every change. */
  onValue?: ((value: string) => void) | undefined;
};
export type Ours = keyof FieldText | 'class' | 'className' | 'id' | 'list' | 'role' | 'size' | 'type';

export type TextFieldProps = FieldText &
  Omit<PartialInputHTMLAttributes<HTMLInputElement>, Ours> & {
    type?: 'text' | 'email' | 'password' | 'search' | 'url' | 'datetime-local' | undefined;
  };
export type TextAreaProps = FieldText & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, Ours>;
/** Label, hint and error around a control, and what ties them to it. */
export function useField({ label, labelHidden, hint, error }: FieldText) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return {
    aria: {
      id,
      'aria-describedby': described || undefined,
      'aria-invalid': error ? true : undefined,
    },
    frame: (control: ComponentChildren) => (
      <div class="hb-field">
        <label class={labelHidden ? 'hb-sr' : 'hb-label'} for={id}>
          {label}
        </label>
        {control}
        {hint && (
          <p class="hb-hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
        <p class="hb-error" id={`${id}-error`} role="alert" hidden={!error}>
          {error}
        </p>
      </div>
    ),
  };
}

/** One line of text with its label, hint and error. */
export function TextField({
  label,
  labelHidden,
  hint,
  error,
  onValue,
  type = 'text',
  ...rest
}: TextFieldProps) {
  const { aria, frame } = useField({ label, labelHidden, hint, error });
  return frame(
    // Preact's types of `<input>` want the type known beforehand; those of `h` do not.
    h<LooseInputHTMLAttributes<HTMLInputElement>>('input', {
      onInput: onValue && ((event) => onValue(event.currentTarget.value)),
      ...rest,
      ...aria,
      type,
      class: 'hb-input',
    }),
  );
}

/** Several lines; grows with what is typed where the browser can. */
export function TextArea({ label, labelHidden, hint, error, onValue, ...rest }: TextAreaProps) {
  const { aria, frame } = useField({ label, labelHidden, hint, error });
  return frame(
    <textarea
      rows={4}
      onInput={onValue && ((event) => onValue(event.currentTarget.value))}
      {...rest}
      {...aria}
      class="hb-input hb-textarea"
    />,
  );
}
