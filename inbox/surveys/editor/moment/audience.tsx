import { useRef } from 'preact/hooks';
import { surveyLimits } from '../../../../shared/domain/survey-limits.ts';
import { Button, IconButton } from '../../../../shared/ui/button.tsx';
import { Select, TextField } from '../../../../shared/ui/field.tsx';
import { close, plus } from '../../../../shared/ui/icons.ts';
import { useText } from '../../../settings/text.ts';
import { type Draft, type Operator, operators, type Wish } from '../../definition/draft.ts';
import { removeAt, replaceAt } from '../../definition/edit.ts';
import { surveys } from '../../texts.ts';
import { NumberField } from '../fields.tsx';
import type { ErrorOf } from '../use-faults.ts';

type Props = {
  draft: Draft;
  disabled: boolean;
  errorOf: ErrorOf;
  onChange: (change: Partial<Draft>) => void;
};

/** A value that the operator can compare with. */
function fitting(op: Operator, value: Wish['value']): Wish['value'] {
  if (op === 'exists') return typeof value === 'boolean' ? value : true;
  if (op !== 'over' && op !== 'under') return typeof value === 'boolean' ? '' : String(value);
  return typeof value === 'number' ? value : Number.NaN;
}

/** Whom it is for: conditions on traits, a share of those who meet them, and what goes first. */
export function Audience({ draft, disabled, errorOf, onChange }: Props) {
  const t = useText(surveys);
  const list = useRef<HTMLOListElement>(null);
  const { audience } = draft;
  const set = (wishes: readonly Wish[]) => onChange({ audience: wishes });
  const focus = (at: number) =>
    requestAnimationFrame(() => list.current?.children[at]?.querySelector('input')?.focus());
  return (
    <>
      <fieldset class="sub">
        <legend class="hb-label">{t('audience')}</legend>
        {audience.length === 0 && <p class="muted">{t('audience_everybody')}</p>}
        <ol ref={list} class="branches">
          {audience.map((wish, at) => {
            const change = (part: Partial<Wish>) => set(replaceAt(audience, at, { ...wish, ...part }));
            const label = (part: string) => t('trait_number', { number: at + 1, part });
            const value = {
              label: label(t('trait_value')),
              labelHidden: true,
              error: errorOf(`audience.${at}.value`),
            };
            return (
              <li key={at} class="branch">
                <TextField
                  label={label(t('trait'))}
                  labelHidden
                  placeholder={t('trait')}
                  autocomplete="off"
                  value={wish.trait}
                  error={errorOf(`audience.${at}.trait`)}
                  readOnly={disabled}
                  onValue={(trait) => change({ trait })}
                />
                <Select
                  label={label(t('trait_test'))}
                  labelHidden
                  value={wish.op}
                  disabled={disabled}
                  options={operators.map((op) => ({ value: op, label: t(`op_${op}`) }))}
                  onValue={(chosen) => {
                    const op = operators.find((one) => one === chosen);
                    if (op) change({ op, value: fitting(op, wish.value) });
                  }}
                />
                {wish.op === 'exists' ? (
                  <Select
                    {...value}
                    value={wish.value === false ? 'no' : 'yes'}
                    disabled={disabled}
                    options={(['yes', 'no'] as const).map((one) => ({ value: one, label: t(one) }))}
                    onValue={(chosen) => change({ value: chosen === 'yes' })}
                  />
                ) : wish.op === 'over' || wish.op === 'under' ? (
                  <NumberField
                    {...value}
                    value={typeof wish.value === 'number' ? wish.value : null}
                    disabled={disabled}
                    onValue={(number) => change({ value: number ?? Number.NaN })}
                  />
                ) : (
                  <TextField
                    {...value}
                    placeholder={t('trait_value')}
                    autocomplete="off"
                    value={String(wish.value)}
                    readOnly={disabled}
                    onValue={(text) => change({ value: text })}
                  />
                )}
                {!disabled && (
                  <IconButton
                    icon={close}
                    label={t('remove_trait', { number: at + 1 })}
                    onClick={() => {
                      set(removeAt(audience, at));
                      focus(Math.max(0, at - 1));
                    }}
                  />
                )}
              </li>
            );
          })}
        </ol>
        <p class="hb-hint">{t('audience_hint')}</p>
        {!disabled && audience.length < surveyLimits.audience && (
          <Button
            variant="ghost"
            icon={plus}
            onClick={() => {
              set([...audience, { trait: '', op: 'is', value: '' }]);
              focus(audience.length);
            }}
          >
            {t('add_trait')}
          </Button>
        )}
      </fieldset>
      <div class="field-row">
        <NumberField
          label={t('sample')}
          hint={t('sample_hint')}
          value={draft.samplePercent}
          error={errorOf('sample')}
          disabled={disabled}
          onValue={(percent) => onChange({ samplePercent: percent ?? Number.NaN })}
        />
        <NumberField
          label={t('priority')}
          hint={t('priority_hint')}
          value={draft.priority}
          error={errorOf('priority')}
          disabled={disabled}
          onValue={(priority) => onChange({ priority: priority ?? 0 })}
        />
      </div>
    </>
  );
}
