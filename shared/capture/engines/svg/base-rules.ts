import { HIDDEN, NOTE } from './style/states.ts';

/** What browsers do by themselves and a copy has to be told: below all that a page says. */
const BASE_RULES = `
hb-iframe,hb-frame,hb-object,hb-embed,hb-video{display:inline-block}
hb-video{object-fit:contain}
hb-iframe{border:2px inset}
[${NOTE}~="root"]{color:CanvasText}
[${NOTE}~="any-link"]{color:-webkit-link;text-decoration:underline}
[${NOTE}~="focus-visible"]{outline:auto 1px -webkit-focus-ring-color}`;

/** Said with weight from the lowest layer, which makes it stronger than anything that the page's rules say. */
const STILL_RULES = `
*,*::before,*::after,*::marker,*::backdrop{animation:none!important;transition:none!important;caret-color:transparent!important;scrollbar-width:none!important}
noscript{display:none!important}
[${NOTE}~="${HIDDEN}"]::before,[${NOTE}~="${HIDDEN}"]::after,[${NOTE}~="${HIDDEN}"]::marker,[${NOTE}~="${HIDDEN}"]::placeholder{visibility:hidden!important;-webkit-text-fill-color:transparent!important}
[${NOTE}~="plain"]::before,[${NOTE}~="plain"]::after{content:none!important}`;

/** No text at all, and no trace of it. */
export const NO_TEXT =
  '-webkit-text-fill-color:transparent!important;-webkit-text-stroke-color:transparent!important;text-shadow:none!important;text-decoration-color:transparent!important;text-emphasis-color:transparent!important;';
export const NO_SVG_TEXT = 'fill:transparent!important;stroke:transparent!important;';

/** What browsers do in quirks mode, which a copy is never in. */
const QUIRKS_RULES = `
table{font-size:initial;font-weight:initial;font-style:initial;font-variant:initial;line-height:initial;white-space:initial;text-align:start}`;

/**
 * The rules of the lowest layer, which are not the page's own.
 * @param scale bitmap pixels per CSS pixel
 */
export function baseRules(page: {
  readonly isQuirky: boolean;
  readonly scale: number;
  readonly maskText: boolean;
}): string {
  return [
    BASE_RULES,
    page.isQuirky ? QUIRKS_RULES : '',
    STILL_RULES,
    // As browsers do from this resolution on: glyphs in fractions of pixels, which moves base lines, too.
    page.scale >= 1.5
      ? '*{text-rendering:geometricPrecision!important;--hb-text-rendering:geometricPrecision}'
      : '',
    page.maskText
      ? `*,*::before,*::after,*::marker,*::placeholder{${NO_TEXT}}text,tspan,textPath{${NO_SVG_TEXT}}`
      : '',
  ].join('\n');
}
