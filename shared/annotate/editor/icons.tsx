import type { Thickness, Tool } from './tools.ts';

/** Drawn on a grid of 24 with a line of 1.75, in the colour of the text. */
const PATHS = {
  select: 'M5.5 4.5l4.6 14.2 2.6-6 6-2.6z',
  box: 'M5.5 6h13a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1h-13a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1z',
  arrow: 'M5.5 18.5l13-13M9.5 5.5h9v9',
  redact: 'M4.5 5.5h15M4.5 18.5h15M4.5 10h15v4h-15z',
  undo: 'M9 14.5L4.5 10 9 5.5M4.5 10h9.25a5.25 5.25 0 0 1 0 10.5H11',
  redo: 'M15 14.5l4.5-4.5L15 5.5M19.5 10h-9.25a5.25 5.25 0 0 0 0 10.5H13',
  remove:
    'M4.5 6.5h15M9.5 6.5V4.5h5v2M6.5 6.5l.8 12a1.5 1.5 0 0 0 1.5 1.5h6.4a1.5 1.5 0 0 0 1.5-1.5l.8-12M10 10.5v5.5M14 10.5v5.5',
} satisfies Record<Tool | 'undo' | 'redo' | 'remove', string>;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="hb-annotate-icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} class={name === 'redact' ? 'hb-annotate-filled' : undefined} />
    </svg>
  );
}

const WEIGHT: Record<Thickness, number> = { thin: 1.75, medium: 3.5, thick: 6 };

export function ThicknessIcon({ of }: { of: Thickness }) {
  return (
    <svg class="hb-annotate-icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M4.5 12h15" stroke-width={WEIGHT[of]} />
    </svg>
  );
}
