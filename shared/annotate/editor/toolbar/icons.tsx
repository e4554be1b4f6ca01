import type { Tool } from '../tools.ts';

/** Drawn on a grid of 24 with a line of 1.75 and round ends, 3.5 to 5 off the edges, in the colour of the text. */
const PATHS = {
  select: 'M5.5 4.5l4.6 14.2 2.6-6 6-2.6z',
  box: 'M4.5 6h15v12h-15z',
  ellipse: 'M3.5 12a8.5 6.5 0 1 0 17 0a8.5 6.5 0 1 0-17 0z',
  arrow: 'M5.5 18.5l13-13M9.5 5.5h9v9',
  line: 'M5.5 18.5l13-13',
  pen: 'M4.5 19.5l1.2-4.7L16 4.5l3.5 3.5L9.2 18.3zM13.5 7l3.5 3.5',
  highlighter: 'M8.5 10.5l5 5M4 20.5h7M6.5 16.5l2-6 7.5-7 4.5 4.5-7 7.5-4.5 1.5z',
  text: 'M5.5 8V5.5h13V8M12 5.5v13M9.5 18.5h5',
  step: 'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0zM10.2 9.6L12.4 8v8',
  crop: 'M7.5 3v13.5H21M3 7.5h13.5V21',
  redact: 'M4.5 5h15M4.5 19h15M4.5 9.5h15v5h-15z',
  undo: 'M9 14.5L4.5 10 9 5.5M4.5 10h9.25a5.25 5.25 0 0 1 0 10.5H11',
  redo: 'M15 14.5l4.5-4.5L15 5.5M19.5 10h-9.25a5.25 5.25 0 0 0 0 10.5H13',
  duplicate: 'M8.5 8.5h11v11h-11zM15.5 8.5v-4h-11v11h4',
  front: 'M12 20V8.5M6.5 14L12 8.5l5.5 5.5M5 4.5h14',
  back: 'M12 4v11.5M6.5 10l5.5 5.5 5.5-5.5M5 19.5h14',
  remove: 'M4.5 6.5h15M9.5 6.5v-2h5v2M6.5 6.5l.8 13h9.4l.8-13M10 10.5v5.5M14 10.5v5.5',
  uncrop: 'M9 4.5H4.5V9M15 4.5h4.5V9M9 19.5H4.5V15M15 19.5h4.5V15',
  zoomIn: 'M5 12h14M12 5v14',
  zoomOut: 'M5 12h14',
  help: 'M8.5 9a3.5 3.5 0 1 1 5.3 3c-1.2.7-1.8 1.3-1.8 2.7M12 18.3v.2',
} satisfies Record<Tool | string, string>;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="hb-annotate-icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} fill={name === 'redact' ? 'currentColor' : undefined} />
    </svg>
  );
}

/** A dot: of a colour, or as large as a size. */
export function Dot({ radius, fill = 'currentColor' }: { radius: number; fill?: string }) {
  return (
    <svg class="hb-annotate-icon" viewBox="0 0 24 24" aria-hidden="true">
      <circle class="hb-annotate-dot" cx="12" cy="12" r={radius} fill={fill} />
    </svg>
  );
}
