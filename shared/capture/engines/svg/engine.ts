import { measureMasks } from '../../masks/measure.ts';
import { measureText } from '../../masks/text.ts';
import { GROUND, pageScheme, pageView } from '../../page.ts';
import type { Rect } from '../../types.ts';
import type { Drawing, EngineTask } from '../engine.ts';
import { baseRules } from './base-rules.ts';
import { composeSvg } from './compose.ts';
import { pageCanvas } from './copy/canvas.ts';
import { FarAway } from './copy/far.ts';
import { readMoment } from './copy/moment.ts';
import { beginsAnywhere } from './copy/scrolling/scroll.ts';
import { Writer } from './copy/writer.ts';
import { paintSvg } from './picture.ts';
import { encode } from './resources/media.ts';
import { Resources } from './resources/resources.ts';
import { Symbols } from './resources/symbols.ts';
import { rewriteDeclarations } from './style/declarations.ts';
import { embedFonts } from './style/fonts.ts';
import { SheetReader } from './style/sheets.ts';
import { LiveStates } from './style/states.ts';
import { ResourceVariables } from './style/variables.ts';
import { Turns } from './turns.ts';

/** Frames within frames that are still gone into. */
const DEEPEST = 4;

/**
 * Our own engine: the page written as XHTML with its own style sheets into an SVG image, which the browser then
 * lays out and paints as it does the page. Reads the document and changes nothing in it; gives way to the page
 * between pieces of work.
 * @param depth how many frames the document lies within
 * @param begins whether scrollers of a picture can be told where to begin; as the browser has it unless told
 */
export async function drawWithSvg(task: EngineTask, depth = 0, begins = beginsAnywhere()): Promise<Drawing> {
  const { document: doc, isPrivate, maskText, scale, signal } = task;
  const view = doc.defaultView;
  if (!view) throw new Error('the document has no window');
  const turns = new Turns(signal);
  const resources = new Resources(view, signal);
  const symbols = new Symbols(resources);
  const variables = new ResourceVariables(resources);
  const declarations = {
    viewport: { width: view.innerWidth, height: view.innerHeight },
    density: view.devicePixelRatio,
    prefersDark: view.matchMedia('(prefers-color-scheme: dark)').matches,
    resource: (url: string) => variables.refer(url),
  };
  const states = new LiveStates();
  const sheets = new SheetReader(doc, states, declarations, turns);
  const pageCss = await sheets.read();

  // From here to the end of the copy the page may move: its masks are measured at both ends.
  const { viewport, scroll } = pageView(doc);
  const masks: Rect[] = [];
  const measure = () => {
    masks.push(...measureMasks(doc, isPrivate));
    if (maskText) masks.push(...measureText(doc));
  };
  measure();
  const canvas = pageCanvas(doc, viewport, (value) => rewriteDeclarations(value, doc.baseURI, declarations));
  const scheme = pageScheme(doc);
  const moment = readMoment(doc, states, canvas, scheme, sheets.backless);
  const writer = new Writer({
    ...moment,
    document: doc,
    exclude: task.exclude,
    isPrivate,
    maskText,
    far: await FarAway.of(doc, viewport, sheets, turns),
    resources,
    symbols,
    declarations,
    turns,
    beginsAnywhere: begins,
    async frame(inner) {
      if (depth >= DEEPEST) throw new Error('frames too deep');
      return encode((await drawWithSvg({ ...task, document: inner }, depth + 1, begins)).bitmap);
    },
  });
  await writer.write(doc.documentElement, sheets.incomplete ? 'all' : 'rules');
  for (const element of moment.lifted) await writer.writeLifted(element);
  const fonts = embedFonts(doc, sheets.fontFaces, resources);
  measure();
  await resources.settled();

  const width = Math.round(viewport.width * scale);
  const height = Math.round(viewport.height * scale);
  const rules = [...moment.rules, ...writer.rules.map((rule) => rule())];
  const markup = composeSvg({
    viewport,
    scroll,
    beginsAnywhere: begins,
    width,
    height,
    css: [
      // Named first, so that all the page says in its own layers or in none comes after.
      '@layer hearback;',
      ...fonts.map((font) => font.css()),
      `@layer hearback{${baseRules({ isQuirky: doc.compatMode === 'BackCompat', scale, maskText })}\n${rules.join('\n')}}`,
      pageCss,
    ].join('\n'),
    content: writer.text(),
    definitions: symbols.markup(),
    variables: variables.declarations(),
    canvas: canvas.declarations,
    base: depth > 0 ? 'transparent' : GROUND[scheme],
    rootFontSize: getComputedStyle(doc.documentElement).fontSize,
  });
  const bitmap = await paintSvg(markup, width, height, turns);
  return { bitmap, view: { viewport, scroll }, masks };
}
