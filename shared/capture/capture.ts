import { isBlank } from './engines/blank.ts';
import { allowsDataImages } from './engines/content-policy.ts';
import type { Drawing, Engine, EngineTask } from './engines/engine.ts';
import { drawWithHtml2canvas } from './engines/html2canvas.ts';
import { intersect } from './masks/geometry.ts';
import { paintMasks } from './masks/paint.ts';
import { privacyTest } from './masks/select.ts';
import { captureScale, cutOut, pageRect, pageView } from './page.ts';
import type { CaptureOutcome, CaptureSource, PageView, Rect } from './types.ts';
import { failed } from './types.ts';

export interface CaptureOptions {
  /** Elements left out of the picture: the widget's own host element. Put back whatever happens. */
  readonly exclude?: readonly Element[];
  /** The host page's selectors of what to hide, beside passwords, card fields and `[data-private]`. */
  readonly privateSelectors?: readonly string[];
  /** Whether everything people can type into or choose from is covered. */
  readonly maskInputs?: boolean;
  /** Whether all text is covered, fields included. Pictures and canvases are not text. */
  readonly maskText?: boolean;
  /** The part of the viewport to keep, in CSS pixels; all of it unless told. */
  readonly area?: Rect;
  /** Ends the capture with the error `aborted`. */
  readonly signal?: AbortSignal;
  /** The document to take; the current one unless told. */
  readonly document?: Document;
  /** Engines to try, in this order; both unless told. */
  readonly engines?: readonly EngineName[];
}

export type EngineName = Extract<CaptureSource, 'svg' | 'html2canvas'>;

const ENGINES: Record<EngineName, Engine> = {
  svg: async (task) => (await import('./engines/svg/engine.ts')).drawWithSvg(task),
  html2canvas: drawWithHtml2canvas,
};

/**
 * A picture of what is on screen, with private parts covered by solid boxes. The engines are fetched by the
 * first call, never before. Our own draws; html2canvas where the page forbids `data:` images, or where our own
 * throws or draws nothing but the ground twice (Safari's first frame can be empty). Never rejects.
 *
 * @example
 * const outcome = await captureViewport({ exclude: [widgetHost], signal });
 * if (outcome.ok) edit(outcome.value.bitmap);
 */
export async function captureViewport(options: CaptureOptions = {}): Promise<CaptureOutcome> {
  const started = performance.now();
  const doc = options.document ?? document;
  const signal = options.signal ?? new AbortController().signal;
  const task: EngineTask = {
    document: doc,
    exclude: options.exclude ?? [],
    isPrivate: privacyTest(options.privateSelectors, options.maskInputs || options.maskText),
    maskText: options.maskText ?? false,
    scale: captureScale(pageView(doc), doc.defaultView?.devicePixelRatio ?? 1),
    signal,
  };
  try {
    signal.throwIfAborted();
    const { source, drawing } = await untilAborted(
      draw(task, options.engines ?? ['svg', 'html2canvas']),
      signal,
    );
    const { bitmap, view } = drawing;
    const scale = bitmap.width / view.viewport.width;
    const masks = paintMasks(bitmap, drawing.masks, scale);
    const part = options.area
      ? takePart(bitmap, view, options.area, scale)
      : { bitmap, page: pageRect(view) };
    const elapsedMs = performance.now() - started;
    return { ok: true, value: { ...part, scale, source, ...view, masks, elapsedMs } };
  } catch (cause) {
    return failed(signal.aborted ? 'aborted' : 'engine-failed', cause);
  }
}

/** The area of a finished picture, masks and all. */
function takePart(whole: HTMLCanvasElement, { viewport, scroll }: PageView, area: Rect, scale: number) {
  const visible = intersect(area, { x: 0, y: 0, ...viewport });
  const bitmap = visible && cutOut(whole, visible, scale);
  if (!bitmap) throw new Error('the area lies outside of the viewport');
  return { bitmap, page: { ...visible, x: visible.x + scroll.x, y: visible.y + scroll.y } };
}

interface Drawn {
  readonly source: EngineName;
  readonly drawing: Drawing;
}

/** The first drawing that shows something; an empty one only if every engine agrees the page is empty. */
async function draw(task: EngineTask, engines: readonly EngineName[]): Promise<Drawn> {
  let empty: Drawn | null = null;
  let failure: unknown = new Error('no engine to draw with');
  for (const source of engines) {
    if (source !== 'html2canvas' && engines.length > 1 && !(await allowsDataImages(task.document))) continue;
    try {
      for (let attempt = 0; attempt < (source === 'html2canvas' ? 1 : 2); attempt++) {
        const drawing = await ENGINES[source](task);
        if (!isBlank(drawing.bitmap)) return { source, drawing };
        empty ??= { source, drawing };
      }
    } catch (cause) {
      task.signal.throwIfAborted();
      failure = cause;
    }
  }
  if (empty) return empty;
  throw failure;
}

/** Settles with the signal, whether the engine listens to it or not. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}
