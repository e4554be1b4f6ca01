import { useMemo, useRef, useState } from 'preact/hooks';
import { SegmentedControl } from '../../../shared/ui/choice.tsx';
import { Select } from '../../../shared/ui/field.tsx';
import type { Result } from '../../data/result.ts';
import { usePreferences } from '../../settings/preferences.tsx';
import { useText } from '../../settings/text.ts';
import { SaveBar, Section, useEdited } from '../section.tsx';
import { texts } from '../texts.ts';
import { DayHours } from './day-hours.tsx';
import { type BusinessHours, dayNames, hasProblem, inOrder, timeZones, usualHours } from './hours.ts';

/** When the team answers, which the widget tells whoever waits. */
export function Hours(props: {
  hours: BusinessHours | null;
  mayEdit: boolean;
  save: (hours: BusinessHours | null) => Promise<Result<unknown>>;
}) {
  const { mayEdit } = props;
  const t = useText(texts);
  const { locale } = usePreferences();
  const edited = useEdited('hours', props.hours, props.save);
  const [checked, setChecked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const days = useMemo(() => dayNames(locale), [locale]);
  const hours = edited.value;
  // What was set comes back when somebody turns it off and on again.
  const last = useRef(hours);
  if (hours) last.current = hours;

  const save = () => {
    setChecked(true);
    if (hours && hasProblem(hours)) {
      // Once the sentences stand there.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
      return;
    }
    void edited.save(hours && inOrder(hours));
  };
  const turn = (on: boolean) =>
    edited.change(on ? (last.current ?? usualHours(Intl.DateTimeFormat().resolvedOptions().timeZone)) : null);

  return (
    <Section title={t('hours')} about={t('hours_about')}>
      <form
        ref={form}
        class="setting-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (edited.changed) save();
        }}
      >
        {mayEdit ? (
          <SegmentedControl
            label={t('hours')}
            value={hours ? 'on' : 'off'}
            options={[
              { value: 'on', label: t('hours_on') },
              { value: 'off', label: t('hours_off') },
            ]}
            onChange={(value) => turn(value === 'on')}
          />
        ) : (
          !hours && <p class="quiet-box">{t('hours_off')}</p>
        )}
        {hours && (
          <>
            {mayEdit ? (
              <Select
                label={t('time_zone')}
                value={hours.timeZone}
                options={timeZones(hours.timeZone).map((zone) => ({ value: zone, label: zoneLabel(zone) }))}
                onValue={(timeZone) => edited.change({ ...hours, timeZone })}
              />
            ) : (
              <p>
                {t('time_zone')}: <bdi>{zoneLabel(hours.timeZone)}</bdi>
              </p>
            )}
            <div class="week">
              {hours.week.map((day, place) => (
                <DayHours
                  key={place}
                  name={days[place] ?? ''}
                  day={day}
                  mayEdit={mayEdit}
                  checked={checked}
                  onChange={(next) =>
                    edited.change({
                      ...hours,
                      week: hours.week.map((one, at) => (at === place ? next : one)),
                    })
                  }
                  onCopy={() => edited.change({ ...hours, week: hours.week.map(() => day) })}
                />
              ))}
            </div>
          </>
        )}
        {mayEdit && <SaveBar edited={edited} />}
      </form>
    </Section>
  );
}

const zoneLabel = (zone: string) => zone.replaceAll('_', ' ');
