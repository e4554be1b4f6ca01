import type { SurveyTrigger } from '../../../../shared/domain/survey.ts';
import { Select, TextArea, TextField } from '../../../../shared/ui/field.tsx';
import { useText } from '../../../settings/text.ts';
import { type Draft, everyPage } from '../../definition/draft.ts';
import { surveys } from '../../texts.ts';
import { Check, NumberField, TimeField } from '../fields.tsx';
import type { ErrorOf } from '../use-faults.ts';

type Props = {
  draft: Draft;
  disabled: boolean;
  errorOf: ErrorOf;
  onChange: (change: Partial<Draft>) => void;
};

/** Where and when: pages and what is waited for there, or a closed conversation's thread; from when, to when, how often. */
export function Place({ draft, disabled, errorOf, onChange }: Props) {
  const t = useText(surveys);
  const { trigger } = draft;
  const inThread = trigger.conversationClosed;
  const set = (change: Partial<SurveyTrigger>) => onChange({ trigger: { ...trigger, ...change } });
  return (
    <>
      <Select
        label={t('place')}
        value={inThread ? 'thread' : 'pages'}
        disabled={disabled}
        hint={inThread ? t('place_thread_hint') : undefined}
        options={(['pages', 'thread'] as const).map((place) => ({
          value: place,
          label: t(`place_${place}`),
        }))}
        // What can only be waited for on a page has no meaning in a thread, and would stay unseen.
        onValue={(place) =>
          onChange({
            trigger:
              place === 'thread' ? { ...everyPage, delaySeconds: 0, conversationClosed: true } : everyPage,
          })
        }
      />
      {!inThread && (
        <>
          <TextArea
            label={t('pages')}
            hint={t('pages_hint')}
            rows={3}
            spellcheck={false}
            value={trigger.pages.join('\n')}
            error={errorOf('trigger.pages')}
            readOnly={disabled}
            onValue={(text) => set({ pages: text === '' ? [] : text.split('\n') })}
          />
          <div class="field-row">
            <TextField
              label={t('event')}
              hint={t('event_hint', { event: trigger.event?.trim() || 'exported' })}
              value={trigger.event ?? ''}
              error={errorOf('trigger.event')}
              readOnly={disabled}
              onValue={(event) => set({ event: event || null })}
            />
            <NumberField
              label={t('delay')}
              hint={t('delay_hint')}
              value={trigger.delaySeconds}
              error={errorOf('trigger.delay')}
              disabled={disabled}
              onValue={(delay) => set({ delaySeconds: delay ?? 0 })}
            />
            <NumberField
              label={t('scroll')}
              hint={t('scroll_hint')}
              value={trigger.scrollPercent}
              error={errorOf('trigger.scroll')}
              disabled={disabled}
              onValue={(scrollPercent) => set({ scrollPercent })}
            />
          </div>
          <Check
            label={t('exit')}
            checked={trigger.exitIntent}
            disabled={disabled}
            onChange={(exitIntent) => set({ exitIntent })}
          />
        </>
      )}
      <div class="field-row">
        <TimeField
          label={t('starts')}
          hint={t('dates_hint')}
          value={draft.startsAt}
          disabled={disabled}
          onValue={(startsAt) => onChange({ startsAt })}
        />
        <TimeField
          label={t('ends')}
          value={draft.endsAt}
          error={errorOf('ends')}
          disabled={disabled}
          onValue={(endsAt) => onChange({ endsAt })}
        />
      </div>
      <div class="field-row">
        <Select
          label={t('cooldown')}
          value={draft.cooldownDays === null ? 'never' : 'days'}
          disabled={disabled}
          options={(['days', 'never'] as const).map((way) => ({ value: way, label: t(`cooldown_${way}`) }))}
          onValue={(way) => onChange({ cooldownDays: way === 'never' ? null : inThread ? 0 : 90 })}
        />
        {draft.cooldownDays !== null && (
          <NumberField
            label={t('cooldown_field')}
            hint={inThread ? t('cooldown_thread_hint') : undefined}
            value={draft.cooldownDays}
            error={errorOf('cooldown')}
            disabled={disabled}
            onValue={(days) => onChange({ cooldownDays: days ?? Number.NaN })}
          />
        )}
      </div>
    </>
  );
}
