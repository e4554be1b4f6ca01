import { limits } from '../../domain/limits.ts';
import type { AnswerProps } from './asked.tsx';

/** A few words of one's own. Ctrl or Command with Enter goes on. */
export function Text(
  props: AnswerProps<string> & { invalid: boolean; onChange(text: string): void; onSend(): void },
) {
  return (
    <textarea
      class="hb-input hb-textarea"
      data-begin
      rows={3}
      dir="auto"
      maxLength={limits.commentLength}
      aria-labelledby={props.labelledBy}
      aria-describedby={props.describedBy}
      aria-required={props.question.required}
      aria-invalid={props.invalid || undefined}
      value={props.given}
      onInput={(event) => props.onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
        event.preventDefault();
        props.onSend();
      }}
    />
  );
}
