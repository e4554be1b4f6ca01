import { isBlank, paintBeneath } from './engines/blank.ts';
import { allowsDataImages } from './engines/content-policy.ts';
import type { Drawing, Engine, EngineTask } from './engines/engine.ts';
import { drawWithHtml2canvas } from './engines/html2canvas.ts';
import { drawWithSnapdom } from './engines/snapdom.ts';
import { paintMasks } from './masks/paint.ts';
import { privacyTest } from './masks/select.ts';
import { canvasColours, captureScale, pageRect, pageView } from './page.ts';
import type { CaptureOutcome, CaptureSource } from './types.ts';
import { failed } from './types.ts';

export interface CaptureOptions {
  /** Elements left out of the picture: the widget's own host element. Put back whatever happens. */
  readonly exclude?: readonly Element[];
  /** The host page's selectors of what to hide, beside passwords, card fields and `[data-private]`. */
  readonly privateSelectors?: readonly string[];
  /** Ends the capture with the error `aborted`. */
  readonly signal?: AbortSignal;
  /** The document to take; the current one unless told. */
  readonly document?: Document;
  /** Engines to try, in this order; both unless told. */
  readonly engines?: readonly EngineName[];
}

export type EngineName = Extract<CaptureSource, 'snapdom' | 'html2canvas'>;

const ENGINES: Record<EngineName, Engine> = { snapdom: drawWithSnapdom, html2canvas: drawWithHtml2canvas };

/**
 * A picture of what is on screen, with private parts covered by solid boxes. The engines are fetched by the
 * first call, never before. snapdom draws; html2canvas where the page forbids `data:` images, or where snapdom
 * throws or draws nothing twice (Safari's first frame can be empty). Never rejects.
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
    isPrivate: privacyTest(options.privateSelectors),
    scale: captureScale(pageView(doc), doc.defaultView?.devicePixelRatio ?? 1),
    signal,
  };
  try {
    signal.throwIfAborted();
    const { source, drawing } = await untilAborted(
      draw(task, options.engines ?? ['snapdom', 'html2canvas']),
      signal,
    );
    const { bitmap, view } = drawing;
    const scale = bitmap.width / view.viewport.width;
    for (const colour of canvasColours(doc)) paintBeneath(bitmap, colour);
    const masks = paintMasks(bitmap, drawing.masks, scale);
    const elapsedMs = performance.now() - started;
    return { ok: true, value: { bitmap, scale, source, ...view, page: pageRect(view), masks, elapsedMs } };
  } catch (cause) {
    return failed(signal.aborted ? 'aborted' : 'engine-failed', cause);
  }
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
    if (source === 'snapdom' && engines.length > 1 && !(await allowsDataImages(task.document))) continue;
    try {
      for (let attempt = 0; attempt < (source === 'snapdom' ? 2 : 1); attempt++) {
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
