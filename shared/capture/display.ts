import { fittingScale } from './image/format.ts';
import { pageView } from './page.ts';
import type { CaptureOutcome } from './types.ts';
import { failed } from './types.ts';

export interface DisplayOptions {
  /** Elements not to be seen while the picture is taken: the widget's own. Shown again whatever happens. */
  readonly exclude?: readonly HTMLElement[];
  /** Ends it with the error `aborted`; the browser's own question stays until the user answers it. */
  readonly signal?: AbortSignal;
}

/** Hints of which Chromium knows more than TypeScript. None is relied on: whatever is shared is taken. */
const WISH: DisplayMediaStreamOptions & Record<string, unknown> = {
  video: { displaySurface: 'browser', frameRate: { ideal: 30 } },
  audio: false,
  preferCurrentTab: true,
  selfBrowserSurface: 'include',
  surfaceSwitching: 'exclude',
};

/** Whether the browser can share the screen: not on phones, without a safe origin, or in a frame that may not ask. */
export function canCaptureDisplay(): boolean {
  if (typeof navigator.mediaDevices?.getDisplayMedia !== 'function') return false;
  // Only Chromium tells; elsewhere the question itself is refused.
  const policy: unknown = 'featurePolicy' in document ? document.featurePolicy : null;
  if (typeof policy !== 'object' || policy === null || !('allowsFeature' in policy)) return true;
  return typeof policy.allowsFeature !== 'function' || policy.allowsFeature('display-capture') === true;
}

/**
 * The browser's own pixels: asks the user to share this tab (or what he likes better), takes one frame and ends the
 * sharing. Call it from a click. Nothing is masked, as nobody knows what it shows; tell the user. Never rejects.
 */
export async function captureDisplay(options: DisplayOptions = {}): Promise<CaptureOutcome> {
  const { exclude = [], signal } = options;
  let stream: MediaStream;
  try {
    signal?.throwIfAborted();
    stream = await navigator.mediaDevices.getDisplayMedia(WISH);
  } catch (cause) {
    return failed(signal?.aborted ? 'aborted' : 'not-shared', cause);
  }
  const started = performance.now();
  const show = hide(exclude);
  const video = document.createElement('video');
  try {
    video.muted = true;
    video.playsInline = true;
    video.srcObject = stream;
    await untilAborted(video.play(), signal);
    await untilAborted(freshFrame(video), signal);
    const bitmap = frameOf(video);
    const view = pageView(document);
    // Of a tab the width is that of its window, scrollbar and all; of a whole screen nobody knows.
    const ofTab = stream.getVideoTracks()[0]?.getSettings().displaySurface === 'browser';
    return {
      ok: true,
      value: {
        ...view,
        bitmap,
        scale: ofTab ? bitmap.width / window.innerWidth : window.devicePixelRatio || 1,
        scaledBy: bitmap.width / video.videoWidth,
        source: 'display',
        page: null,
        masks: 0,
        elapsedMs: performance.now() - started,
      },
    };
  } catch (cause) {
    return failed(signal?.aborted ? 'aborted' : 'engine-failed', cause);
  } finally {
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
    show();
  }
}

function frameOf(video: HTMLVideoElement): HTMLCanvasElement {
  const { videoWidth: width, videoHeight: height } = video;
  if (!width || !height) throw new Error('the shared picture is empty');
  const scale = fittingScale({ width, height });
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d context');
  context.imageSmoothingQuality = 'high';
  context.drawImage(video, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** How long to wait for a frame of which the browser says that it is new, in ms; then the one there is, is taken. */
const PATIENCE = 3000;

/** How long the browser's bar about the sharing takes to move the page, in ms. */
const SETTLING = 300;

/**
 * Waits for a frame that was made after our own elements went, and after the browser's bar about the sharing has
 * moved the page. A page that stands still sends none, so something on it changes meanwhile, seen by nobody.
 */
async function freshFrame(video: HTMLVideoElement): Promise<void> {
  const later = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
  await later(SETTLING);
  // What was hidden is off the screen once a frame has been painted since.
  await Promise.race([painted().then(painted), later(SETTLING)]);
  if (!('requestVideoFrameCallback' in video)) return later(SETTLING);
  const since = performance.now();
  const end = stir();
  const fresh = new Promise<void>((resolve) => {
    let seen = 0;
    const look: VideoFrameRequestCallback = (_, { captureTime }) => {
      seen += 1;
      // Where the browser does not say when, two frames on: one may have been on its way.
      if (captureTime === undefined ? seen > 2 : captureTime > since) resolve();
      else video.requestVideoFrameCallback(look);
    };
    video.requestVideoFrameCallback(look);
  });
  await Promise.race([fresh, later(PATIENCE)]);
  end();
}

const painted = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));

/** Has the page painted anew again and again, by a dot that cannot be seen, until the returned function is called. */
function stir(): () => void {
  const dot = document.createElement('hearback-stir');
  const style =
    'all:initial!important;position:fixed!important;width:1px!important;height:1px!important;inset:0 auto auto 0!important;pointer-events:none!important;';
  let turn = 0;
  let asked = 0;
  const next = () => {
    dot.style.cssText = `${style}background:rgb(0 0 0/${turn++ % 2 ? '.4%' : '0'})!important`;
    asked = requestAnimationFrame(next);
  };
  document.documentElement.append(dot);
  next();
  return () => {
    cancelAnimationFrame(asked);
    dot.remove();
  };
}

/** Takes elements out of sight; the returned function brings them back as they were. */
function hide(elements: readonly HTMLElement[]): () => void {
  // Where an element's own sheet says with importance how it is drawn, only what is in its shadow root can be hidden.
  const parts = elements.flatMap((element) => [element, ...(element.shadowRoot?.children ?? [])]);
  const styles = parts.flatMap((part) => (part instanceof HTMLElement ? [part.style] : []));
  const before = styles.map((style) => style.opacity);
  // An inline declaration, as the page's sheets may say otherwise, and not `display`: the focus would be lost.
  for (const style of styles) style.setProperty('opacity', '0', 'important');
  return () => {
    for (const [index, style] of styles.entries()) style.opacity = before[index] ?? '';
  };
}

/** Settles with the signal, whatever the work does. */
function untilAborted<T>(work: Promise<T>, signal?: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}
