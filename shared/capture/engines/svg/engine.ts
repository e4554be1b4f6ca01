import { measureMasks } from '../../masks/measure.ts';
import { measureText } from '../../masks/text.ts';
import { pageView } from '../../page.ts';
import type { Rect } from '../../types.ts';
import type { Drawing, EngineTask } from '../engine.ts';
import { BASE_RULES, NO_TEXT, QUIRKS_RULES, STILL_RULES } from './base-rules.ts';
import { pageCanvas, pageScheme } from './copy/canvas.ts';
import { FarAway } from './copy/far.ts';
import { SCROLLER, startAt } from './copy/scroll.ts';
import type { Manner } from './copy/writer.ts';
import { Writer } from './copy/writer.ts';
import { SVG, XHTML, xmlAttribute, xmlText } from './copy/xml.ts';
import { paintSvg } from './picture.ts';
import { encode } from './resources/media.ts';
import type { Resource } from './resources/resources.ts';
import { Resources } from './resources/resources.ts';
import { Symbols } from './resources/symbols.ts';
import { computedDeclarations } from './style/computed.ts';
import { rewriteDeclarations } from './style/declarations.ts';
import { embedFonts } from './style/fonts.ts';
import { frozen } from './style/frozen.ts';
import { SheetReader } from './style/sheets.ts';
import { LiveStates, NOTE } from './style/states.ts';
import { Turns } from './turns.ts';

/** Frames within frames that are still gone into. */
const DEEPEST = 4;

/**
 * Our own engine: the page written as XHTML with its own style sheets into an SVG image, which the browser then
 * lays out and paints as it does the page. Reads the document and changes nothing in it.
 */
export async function drawWithSvg(task: EngineTask, depth = 0): Promise<Drawing> {
  const { document: doc, isPrivate, maskText, scale, signal } = task;
  const view = doc.defaultView;
  if (!view) throw new Error('the document has no window');
  const turns = new Turns(signal);
  const resources = new Resources(view, signal);
  const symbols = new Symbols(resources);
  const variables = new Map<string, { name: string; resource: Resource }>();
  const declarations = {
    viewport: { width: view.innerWidth, height: view.innerHeight },
    prefersDark: view.matchMedia('(prefers-color-scheme: dark)').matches,
    resource(url: string): string {
      const known = variables.get(url) ?? {
        name: `--hb-${variables.size}`,
        resource: resources.fetch(url),
      };
      variables.set(url, known);
      return `var(${known.name})`;
    },
  };
  const states = new LiveStates();
  const sheets = new SheetReader(doc, states, declarations, turns);
  states.rewrite(':root :focus-visible');
  const pageCss = await sheets.read();

  // From here to the end of the copy the page may move: its masks are measured at both ends.
  const page = pageView(doc);
  const masks: Rect[] = [];
  const measure = () => {
    masks.push(...measureMasks(doc, isPrivate));
    if (maskText) masks.push(...measureText(doc));
  };
  measure();
  const manner: Manner = sheets.incomplete ? 'all' : 'rules';
  const additions = new Map<Element, string>();
  const add = (element: Element, text: string) =>
    additions.set(element, (additions.get(element) ?? '') + text);
  const rules: string[] = [];
  const notes = states.matching(doc);
  const lifted = topLayer(doc);
  let held = 0;
  for (const { element, pseudo, declarations: text } of frozen(doc)) {
    if (pseudo === null) {
      add(element, text);
      continue;
    }
    const note = `f${held++}`;
    notes.set(element, [...(notes.get(element) ?? []), note]);
    rules.push(`[${NOTE}~="${note}"]${pseudo}{${text}}`);
  }
  const canvas = pageCanvas(doc, page.viewport, (value) =>
    rewriteDeclarations(value, doc.baseURI, declarations),
  );
  if (canvas.owner) add(canvas.owner, 'background:none!important;');
  const scheme = pageScheme(doc);
  standAsRoot(doc, scheme, add);
  const html = doc.documentElement;
  const { width: w, height: h } = page.viewport;

  const far = await FarAway.of(doc, page.viewport, sheets, turns);
  const writer = new Writer({
    far,
    document: doc,
    exclude: task.exclude,
    isPrivate,
    additions,
    notes,
    lifted,
    resources,
    symbols,
    declarations,
    turns,
    async frame(inner) {
      if (depth >= DEEPEST) throw new Error('frames too deep');
      const drawing = await drawWithSvg({ ...task, document: inner }, depth + 1);
      return encode(drawing.bitmap);
    },
  });
  await writer.write(html, manner);
  for (const element of lifted) {
    const backdrop = getComputedStyle(element, '::backdrop').display;
    if (backdrop && backdrop !== 'none')
      writer.raw(
        `<hb-backdrop style="${xmlAttribute(`${computedDeclarations(element, '::backdrop')}position:fixed!important;inset:0!important;width:auto!important;height:auto!important;display:block!important;z-index:2147483647!important`)}"></hb-backdrop>`,
      );
    additions.set(element, `${additions.get(element) ?? ''}z-index:2147483647!important;`);
    await writer.write(element, 'all');
  }
  const fonts = embedFonts(doc, sheets.fontFaces, resources);
  measure();
  await resources.settled();

  const width = Math.round(page.viewport.width * scale);
  const height = Math.round(page.viewport.height * scale);
  const style = [
    '@layer hearback;',
    ...fonts.map((font) => font.css()),
    `@layer hearback{${BASE_RULES}${doc.compatMode === 'BackCompat' ? QUIRKS_RULES : ''}${STILL_RULES}`,
    // As browsers do from this resolution on: glyphs in fractions of pixels, which moves base lines, too.
    scale >= 1.5 ? '*{text-rendering:geometricPrecision!important}' : '',
    maskText
      ? `*,*::before,*::after,*::marker,*::placeholder{${NO_TEXT}}text,tspan{fill:transparent!important;stroke:transparent!important}`
      : '',
    ...rules,
    ...writer.rules.map((rule) => rule()),
    '}',
    pageCss,
  ].join('\n');
  const base = depth === 0 ? (scheme === 'dark' ? '#121212' : '#fff') : 'transparent';
  const values = [...variables.values()]
    .map(({ name, resource }) => `${name}:url("${resource.dataUrl}");`)
    .join('');
  const fixedBox = `all:initial!important;display:block!important;position:fixed!important;z-index:-2147483648!important;`;
  const rootFont = `font-size:${getComputedStyle(html).fontSize}!important;`;
  const markup = [
    `<svg xmlns="${SVG}" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${w} ${h}" style="all:initial!important;display:block!important;overflow:hidden!important;width:${width}px!important;height:${height}px!important;${rootFont}">`,
    `<style>${xmlText(style)}</style>`,
    symbols.markup(),
    `<foreignObject x="0" y="0" width="${w}" height="${h}" style="all:initial!important;display:block!important;overflow:hidden!important;x:0!important;y:0!important;width:${w}px!important;height:${h}px!important">`,
    `<hb-page xmlns="${XHTML}" style="${xmlAttribute(`all:initial!important;display:block!important;${values}`)}">`,
    `<hb-base style="${fixedBox}inset:0!important;background:${base}!important"></hb-base>`,
    `<hb-canvas style="${fixedBox}${xmlAttribute(canvas.declarations)}"></hb-canvas>`,
    `<hb-view style="all:initial!important;display:flow-root!important;position:relative!important;width:${w}px!important;height:${h}px!important;${SCROLLER}">`,
    `<hb-start style="${startAt(page.scroll.x, page.scroll.y, w, h)}"></hb-start>`,
    writer.text(),
    '</hb-view></hb-page></foreignObject></svg>',
  ].join('');
  const bitmap = await paintSvg(markup, width, height);
  return { bitmap, view: page, masks };
}

/** What lies above the page whatever the page says: open modal dialogs, popovers, the full-screen element. */
function topLayer(doc: Document): Set<Element> {
  const found = new Set<Element>();
  for (const selector of [':fullscreen', ':modal', ':popover-open'])
    try {
      for (const element of doc.querySelectorAll(selector))
        if (element !== doc.documentElement) found.add(element);
    } catch {
      // A browser that does not know the state has no element in it.
    }
  return found;
}

/** Gives the copy of the root what a root has by being one. */
function standAsRoot(
  doc: Document,
  scheme: string,
  add: (element: Element, declarations: string) => void,
): void {
  const html = doc.documentElement;
  const { fontSize, display, overflowX, overflowY } = getComputedStyle(html);
  add(html, `font-size:${fontSize}!important;color-scheme:${scheme}!important;overflow:visible!important;`);
  if (display === 'block') add(html, 'display:flow-root!important;');
  // The overflow of a root, or of its body in its stead, is the window's.
  if (doc.body && overflowX === 'visible' && overflowY === 'visible')
    add(doc.body, 'overflow:visible!important;');
}
