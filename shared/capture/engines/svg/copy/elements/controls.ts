import { pinnedSize } from '../../style/pins.ts';
import { NOTE } from '../../style/states.ts';
import { xmlText } from '../xml.ts';

// Firefox draws no control of its own look in an SVG image: checkboxes are empty there, borders black, sliders
// without a track. These stand in for them; the figures are those of Firefox 153.

const ACCENT = '#0060df';
const EDGE = '#8f8f9d';
const TRACK = '#e6e6e6';

/** The note of controls whose parts must not be drawn over what stands for them. */
export const DRAWN = 'drawn';

export const DRAWN_RULES = [
  '::-moz-progress-bar',
  '::-moz-meter-bar',
  '::-moz-range-thumb',
  '::-moz-range-track',
  '::-moz-range-progress',
]
  .map((part) => `[${NOTE}~="${DRAWN}"]${part}{visibility:hidden!important}`)
  .join('');

/** Whether the browser leaves controls undrawn in pictures. */
export const leavesControlsOut = (): boolean => CSS.supports('-moz-appearance', 'none');

/** Declarations that draw a control as Firefox does; empty for what the page draws itself. */
export function drawnControl(element: Element): string {
  const { localName } = element;
  if (!/^(?:input|select|textarea|button|progress|meter)$/.test(localName)) return '';
  const style = getComputedStyle(element);
  if (style.appearance === 'none') return '';
  const chosen = style.accentColor === 'auto' ? ACCENT : style.accentColor;
  const accent = element.matches(':disabled') ? EDGE : chosen;
  if (localName === 'input') {
    const input = element as HTMLInputElement;
    if (input.type === 'checkbox') return mark(input, checkbox(input, accent));
    if (input.type === 'radio') return mark(input, radio(input, accent));
    if (input.type === 'range') return range(input, style, accent);
  }
  if (localName === 'progress') {
    // With colours of the page's own Firefox draws it as a plain box, in pictures, too.
    if (style.backgroundColor !== 'rgb(230, 230, 230)' || style.borderTopStyle !== 'solid') return '';
    const { position } = element as HTMLProgressElement;
    return bar(element, style, 6, Math.max(0, position), accent);
  }
  if (localName === 'meter') return meter(element as HTMLMeterElement, style);
  return edge(style) + arrow(element, style);
}

/**
 * What a field for dates or times shows, as markup: such fields are empty in pictures. Null for any other element.
 * Where a field holds nothing it stays empty.
 */
export function dateText(element: Element): string | null {
  if (element.localName !== 'input') return null;
  const { type, valueAsNumber, value } = element as HTMLInputElement;
  const options = DATES[type];
  if (!options) return null;
  const text = Number.isNaN(valueAsNumber)
    ? value
    : new Intl.DateTimeFormat(undefined, { ...options, timeZone: 'UTC' }).format(valueAsNumber);
  return `<hb-text style="all:unset!important;display:block!important;white-space:pre!important">${xmlText(text)}</hb-text>`;
}

const DAY = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
const TIME = { hour: '2-digit', minute: '2-digit' } as const;
const DATES: Record<string, Intl.DateTimeFormatOptions> = {
  date: DAY,
  time: TIME,
  'datetime-local': { ...DAY, ...TIME },
};

/** The two pixels of a border that Firefox draws as one, with round corners. */
function edge(style: CSSStyleDeclaration): string {
  const { borderTopStyle, borderTopWidth, borderTopColor } = style;
  if (!/^(?:inset|outset)$/.test(borderTopStyle) || borderTopWidth !== '2px') return '';
  const padding = [style.paddingTop, style.paddingRight, style.paddingBottom, style.paddingLeft];
  const radius = borderTopStyle === 'outset' ? 4 : 2;
  return `border:1px solid ${borderTopColor}!important;border-radius:${radius}px!important;padding:${padding.map((side) => `calc(${side} + 1px)`).join(' ')}!important;`;
}

function arrow(element: Element, style: CSSStyleDeclaration): string {
  const isMenu = element.localName === 'select' && !element.matches('[multiple],[size]:not([size="1"])');
  if (!isMenu || style.backgroundImage !== 'none') return '';
  const place = style.direction === 'rtl' ? 'left' : 'right';
  const chevron = `<path d="M1 1.5l3.5 3.5l3.5-3.5" fill="none" stroke="${style.color}" stroke-width="1.5"/>`;
  return `${pinnedSize(element)}background-image:${image(9, 6, chevron)}!important;background-position:${place} 5px center!important;background-repeat:no-repeat!important;`;
}

function mark(input: HTMLInputElement, drawing: string): string {
  const shown = input.disabled ? `<g opacity=".5">${drawing}</g>` : drawing;
  const { display, verticalAlign } = getComputedStyle(input);
  // A checkbox stands on the line with its edge; one that is a plain box does with its margin.
  const onLine =
    display === 'inline-block' && verticalAlign === 'baseline' ? 'margin-bottom:0!important;' : '';
  return `${pinnedSize(input)}${onLine}background:${image(14, 14, shown)} center/100% 100% no-repeat!important;`;
}

function checkbox({ checked, indeterminate }: HTMLInputElement, accent: string): string {
  if (!checked && !indeterminate)
    return `<rect x=".5" y=".5" width="13" height="13" rx="1.5" fill="#fff" stroke="${EDGE}"/>`;
  const sign = indeterminate ? 'M3 7h8' : 'M3.2 7.4l2.3 2.6l5.3-6.4';
  return `<rect width="14" height="14" rx="2" fill="${accent}"/><path d="${sign}" fill="none" stroke="#fff" stroke-width="2"/>`;
}

const radio = ({ checked }: HTMLInputElement, accent: string): string =>
  `<circle cx="7" cy="7" r="6.5" fill="#fff" stroke="${checked ? accent : EDGE}"/>` +
  (checked ? `<circle cx="7" cy="7" r="4" fill="${accent}"/>` : '');

function range(input: HTMLInputElement, style: CSSStyleDeclaration, accent: string): string {
  const min = Number(input.min || 0);
  const span = Number(input.max || 100) - min;
  const part = span > 0 ? (input.valueAsNumber - min) / span : 0;
  const width = Number.parseFloat(style.width);
  const middle = Number.parseFloat(style.height) / 2;
  const x = 10 + part * (width - 20);
  const thumb = `<circle cx="${x}" cy="${middle}" r="9.5" fill="#fff" stroke="#0002"/><circle cx="${x}" cy="${middle}" r="8" fill="#676774"/>`;
  return bar(input, style, 6, width > 0 ? x / width : 0, accent, thumb);
}

function meter(element: HTMLMeterElement, style: CSSStyleDeclaration): string {
  const { value, low, high, optimum } = element;
  const zone = (at: number) => (at < low ? 0 : at > high ? 2 : 1);
  const colour = ['#00ab5f', '#ffbd4f', '#e22850'][Math.abs(zone(value) - zone(optimum))] ?? '#00ab5f';
  const span = element.max - element.min;
  return bar(element, style, 12, span > 0 ? (value - element.min) / span : 0, colour);
}

/** A track of a height, filled by a part of its length. */
function bar(
  element: Element,
  style: CSSStyleDeclaration,
  thick: number,
  part: number,
  colour: string,
  above = '',
): string {
  const width = Number.parseFloat(style.width) || 0;
  const height = Number.parseFloat(style.height) || 0;
  const top = (height - thick) / 2;
  const track = (fill: string, line: string) =>
    `<rect x=".5" y="${top + 0.5}" width="${Math.max(0, width - 1)}" height="${thick - 1}" rx="${(thick - 1) / 2}" fill="${fill}" stroke="${line}"/>`;
  const turn = style.direction === 'rtl' ? ` transform="matrix(-1 0 0 1 ${width} 0)"` : '';
  const drawing = `<g${turn}>${track(TRACK, EDGE)}<svg width="${width * part}" height="${height}">${track(colour, colour)}</svg>${above}</g>`;
  return `${pinnedSize(element)}border-color:transparent!important;background:${image(width, height, drawing)} no-repeat!important;`;
}

function image(width: number, height: number, drawing: string): string {
  const markup = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${drawing}</svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(markup)}")`;
}
