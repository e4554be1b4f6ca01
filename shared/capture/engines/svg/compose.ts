import { SCROLLER, startAt } from './copy/scrolling/scroll.ts';
import { shiftedPage } from './copy/scrolling/shift.ts';
import { SVG, XHTML, xmlAttribute, xmlText } from './copy/xml.ts';

/** The pieces that a picture is put together from. */
export interface Pieces {
  readonly viewport: { readonly width: number; readonly height: number };
  readonly scroll: { readonly x: number; readonly y: number };
  /** Whether a scroller can be told where to begin. */
  readonly beginsAnywhere: boolean;
  /** Size of the picture in pixels. */
  readonly width: number;
  readonly height: number;
  readonly css: string;
  /** The page as XHTML, its root outermost. */
  readonly content: string;
  /** SVG definitions that the content refers to. */
  readonly definitions: string;
  /** Custom properties that the content refers to. */
  readonly variables: string;
  /** Declarations of the page's canvas: the background that reaches to the window's edges. */
  readonly canvas: string;
  /** Colour beneath the canvas. */
  readonly base: string;
  /** Of the page's root, in CSS: what `rem` goes by. */
  readonly rootFontSize: string;
}

const APART = 'all:initial!important;display:block!important;';
const BENEATH = `${APART}position:fixed!important;z-index:-2147483648!important;`;

/**
 * The picture as SVG. A foreignObject stands for the window: what is fixed goes by it. In it `hb-view` stands for
 * the box that a page is laid out in, and scrolls as the window does. None of the page's rules reaches these.
 */
export function composeSvg(pieces: Pieces): string {
  const { viewport, scroll, width, height } = pieces;
  const size = (across: number, down: number) =>
    `width:${across}px!important;height:${down}px!important;overflow:hidden!important;`;
  const { width: w, height: h } = viewport;
  return [
    `<svg xmlns="${SVG}" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${w} ${h}" style="${APART}${size(width, height)}font-size:${pieces.rootFontSize}!important">`,
    `<style>${xmlText(pieces.css)}</style>`,
    pieces.definitions,
    `<foreignObject x="0" y="0" width="${w}" height="${h}" style="${APART}x:0!important;y:0!important;${size(w, h)}">`,
    `<hb-page xmlns="${XHTML}" style="${xmlAttribute(APART + pieces.variables)}">`,
    `<hb-base style="${BENEATH}inset:0!important;background:${pieces.base}!important"></hb-base>`,
    `<hb-canvas style="${BENEATH}${xmlAttribute(pieces.canvas)}"></hb-canvas>`,
    `<hb-view style="${APART}display:flow-root!important;position:relative!important;${size(w, h)}${SCROLLER}">`,
    pieces.beginsAnywhere
      ? `<hb-start style="${startAt(scroll.x, scroll.y, w, h)}"></hb-start><hb-shift style="${APART}display:contents!important">`
      : `<hb-shift style="${APART}${shiftedPage(scroll, h)}">`,
    pieces.content,
    '</hb-shift></hb-view></hb-page></foreignObject></svg>',
  ].join('');
}
