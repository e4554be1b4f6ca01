import { languageOf, textIn } from '../answers.ts';
import type { AnswerProps } from './asked.tsx';
import { useRoving } from './use-roving.ts';

/** One of several options: a press answers. */
export function Choice(props: AnswerProps<string> & { onPick(option: string): void }) {
  const { locale, given, onPick } = props;
  const options = props.question.options ?? [];
  const roving = useRoving(
    options.length,
    options.findIndex(({ id }) => id === given),
  );
  return (
    <fieldset
      ref={roving.ref}
      class="sq-options"
      aria-labelledby={props.labelledBy}
      aria-describedby={props.describedBy}
      onKeyDown={roving.onKeyDown}
    >
      {options.map((option, at) => {
        const { id } = option;
        const label = textIn(option.label, locale);
        return (
          <button
            key={id}
            type="button"
            class="sq-option"
            data-begin
            tabIndex={at === roving.at ? 0 : -1}
            aria-pressed={given === undefined ? undefined : given === id}
            lang={languageOf(option.label, locale)}
            onClick={() => onPick(id)}
          >
            <bdi>{label}</bdi>
          </button>
        );
      })}
    </fieldset>
  );
}

/** Any number of options, taken along when the visitor goes on. */
export function Several(
  props: AnswerProps<readonly string[]> & { onChange(options: readonly string[]): void },
) {
  const { locale, given = [], onChange } = props;
  const options = props.question.options ?? [];
  return (
    <fieldset class="sq-options" aria-labelledby={props.labelledBy} aria-describedby={props.describedBy}>
      {options.map((option) => {
        const { id } = option;
        const label = textIn(option.label, locale);
        return (
          <label key={id} class="sq-option" lang={languageOf(option.label, locale)}>
            <input
              type="checkbox"
              data-begin
              checked={given.includes(id)}
              onChange={(event) => {
                const wanted = new Set(given);
                if (event.currentTarget.checked) wanted.add(id);
                else wanted.delete(id);
                // In the order of the survey, however they were chosen.
                onChange(options.map((option) => option.id).filter((option) => wanted.has(option)));
              }}
            />
            <bdi>{label}</bdi>
          </label>
        );
      })}
    </fieldset>
  );
}
