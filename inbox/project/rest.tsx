import { useState } from 'preact/hooks';
import { TextField } from '../../shared/ui/field.tsx';
import type { Result } from '../data/result.ts';
import { useText } from '../settings/text.ts';
import { SaveBar, Section, useEdited } from './section.tsx';
import { texts } from './texts.ts';

/** The most days that the table takes. */
const mostDays = 365;

/** How long a visitor is left in peace after any survey. */
export function Rest(props: {
  days: number;
  mayEdit: boolean;
  save: (days: number) => Promise<Result<unknown>>;
}) {
  const t = useText(texts);
  const edited = useEdited('rest', String(props.days), (days) => props.save(Number(days)));
  const [checked, setChecked] = useState(false);
  const wrong = !/^\d{1,3}$/.test(edited.value.trim()) || Number(edited.value) > mostDays;
  return (
    <Section title={t('rest')} about={t('rest_about')}>
      {props.mayEdit ? (
        <form
          class="setting-form"
          onSubmit={(event) => {
            event.preventDefault();
            setChecked(true);
            if (edited.changed && !wrong) void edited.save(String(Number(edited.value)));
          }}
        >
          <TextField
            label={t('rest_days')}
            inputMode="numeric"
            value={edited.value}
            error={checked && wrong ? t('rest_wrong', { most: mostDays }) : undefined}
            onValue={edited.change}
          />
          <SaveBar edited={edited} />
        </form>
      ) : (
        <p>{t('rest_is', { count: props.days })}</p>
      )}
    </Section>
  );
}
