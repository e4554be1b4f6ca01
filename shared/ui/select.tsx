import type { SelectHTMLAttributes } from 'preact';
import { type FieldText, type Ours, useField } from './text-field.tsx';

export type SelectProps = FieldText &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, Ours> & {
    options: readonly { value: string; label: string }[];
  };

/** The browser's own select: right on every device. */
export function Select({ label, labelHidden, hint, error, onValue, options, ...rest }: SelectProps) {
  const { aria, frame } = useField({ label, labelHidden, hint, error });
  return frame(
    <select
      onChange={onValue && ((event) => onValue(event.currentTarget.value))}
      {...rest}
      {...aria}
      class="hb-input hb-select"
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>,
  );
}
