import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useId } from './use-id.ts';

export type Choice<Value extends string> = {
  value: Value;
  label: ComponentChildren;
  /** Shown small after the label: how many. */
  count?: number | undefined;
};

type ChoiceProps<Value extends string> = {
  /** Accessible name of the whole. */
  label: string;
  value: Value;
  options: readonly Choice<Value>[];
  onChange: (value: Value) => void;
};

/** One of a few values, all in sight: radio buttons drawn as one bar. */
export function SegmentedControl<Value extends string>(props: ChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset class="hb-segments">
      <legend class="hb-sr">{props.label}</legend>
      {props.options.map((option) => (
        <label key={option.value} class="hb-segment">
          <input
            class="hb-sr"
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === props.value}
            onChange={() => props.onChange(option.value)}
          />
          {option.label}
          <Amount of={option.count} />
        </label>
      ))}
    </fieldset>
  );
}

/**
 * Tabs over one panel. Arrow keys, Home and End move and choose at once, so a panel has to be cheap to show.
 * `children` is the chosen panel.
 */
export function Tabs<Value extends string>(props: ChoiceProps<Value> & { children: ComponentChildren }) {
  const { label, value, options, onChange, children } = props;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);

  const onKeyDown = (event: KeyboardEvent) => {
    const rtl = list.current ? getComputedStyle(list.current).direction === 'rtl' : false;
    const now = options.findIndex((option) => option.value === value);
    const next = step(rtl ? (mirrored[event.key] ?? event.key) : event.key, now, options.length);
    const option = next === null ? undefined : options[next];
    if (next === null || !option) return;
    event.preventDefault();
    onChange(option.value);
    const tab = list.current?.children[next];
    if (tab instanceof HTMLElement) tab.focus();
  };

  return (
    <>
      <div ref={list} class="hb-tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            role="tab"
            class="hb-tab"
            id={`${id}-${option.value}`}
            aria-selected={option.value === value}
            aria-controls={`${id}-panel`}
            tabIndex={option.value === value ? 0 : -1}
            onClick={() => onChange(option.value)}
          >
            {option.label}
            <Amount of={option.count} />
          </button>
        ))}
      </div>
      <div role="tabpanel" class="hb-panel" id={`${id}-panel`} aria-labelledby={`${id}-${value}`}>
        {children}
      </div>
    </>
  );
}

function Amount({ of }: { of: number | undefined }) {
  return of === undefined ? null : <span class="hb-amount">{of > 999 ? '999+' : of}</span>;
}

const mirrored: Partial<Record<string, string>> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' };

/** Where a key leads from place `now` of `length`, round the ends; null if the key leads nowhere. */
export function step(key: string, now: number, length: number): number | null {
  if (key === 'ArrowRight' || key === 'ArrowDown') return (now + 1) % length;
  if (key === 'ArrowLeft' || key === 'ArrowUp') return (now - 1 + length) % length;
  if (key === 'Home') return 0;
  if (key === 'End') return length - 1;
  return null;
}
