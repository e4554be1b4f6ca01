import { useId, useRef } from 'preact/hooks';
import { Button, IconButton } from '../../../shared/ui/button.tsx';
import { copy, plus, trash } from '../../../shared/ui/icons.ts';
import { useText } from '../../settings/text.ts';
import { texts } from '../texts.ts';
import { type Day, endMeant, endShown, problemOf, type Span, withSpan } from './hours.ts';

/** One day of the week: when it opens, closed, or several openings. */
export function DayHours(props: {
  name: string;
  day: Day;
  mayEdit: boolean;
  /** Whether what is wrong is said already. */
  checked: boolean;
  onChange: (day: Day) => void;
  onCopy: () => void;
}) {
  const { name, day, mayEdit, checked, onChange, onCopy } = props;
  const t = useText(texts);
  const id = useId();
  const box = useRef<HTMLFieldSetElement>(null);

  if (!mayEdit)
    return (
      <div class="day">
        <strong>{name}</strong>
        <span>{day.length === 0 ? t('closed') : day.map((span) => span.join('–')).join(', ')}</span>
      </div>
    );

  const put = (place: number, span: Span) => onChange(day.map((one, at) => (at === place ? span : one)));
  const remove = (place: number) => {
    onChange(day.filter((_, at) => at !== place));
    box.current?.querySelector<HTMLElement>('.day-tools button')?.focus();
  };
  return (
    <fieldset ref={box} class="day" aria-label={name}>
      <strong aria-hidden="true">{name}</strong>
      <div class="spans">
        {day.length === 0 && <span class="muted day-closed">{t('closed')}</span>}
        {day.map((span, place) => {
          const problem = checked ? problemOf(day, place) : null;
          const shared = {
            type: 'time',
            class: 'hb-input',
            required: true,
            'aria-invalid': problem ? true : undefined,
            'aria-describedby': problem ? `${id}-${place}` : undefined,
          } as const;
          return (
            <div key={place} class="span">
              <input
                {...shared}
                aria-label={t('opens')}
                value={span[0]}
                onInput={(event) => put(place, [event.currentTarget.value, span[1]])}
              />
              <span aria-hidden="true">–</span>
              <input
                {...shared}
                aria-label={t('closes')}
                value={endShown(span[1])}
                onInput={(event) => put(place, [span[0], endMeant(event.currentTarget.value)])}
              />
              <IconButton icon={trash} label={t('remove_span')} onClick={() => remove(place)} />
              {problem && (
                <p class="hb-error" id={`${id}-${place}`} role="alert">
                  {t(problem)}
                </p>
              )}
            </div>
          );
        })}
      </div>
      <div class="day-tools">
        <Button
          variant="ghost"
          icon={plus}
          disabled={day.length >= 6}
          onClick={() => onChange(withSpan(day))}
        >
          {t('add_span')}
        </Button>
        <Button variant="ghost" icon={copy} onClick={onCopy}>
          {t('copy_to_all')}
        </Button>
      </div>
    </fieldset>
  );
}
