import { captureDisplay } from '../../../shared/capture/display.ts';
import { captureFromFile } from '../../../shared/capture/image/open.ts';
import type { Capture, CaptureError, CaptureOutcome } from '../../../shared/capture/types.ts';
import { limits } from '../../../shared/domain/limits.ts';
import { newId } from '../../frame/id.ts';
import type { OutgoingPicture } from '../../sending/outgoing.ts';
import type { Picture } from '../picture.ts';
import type { Desk, Said, Way } from '../ways.ts';
import { pictureWords } from '../words.ts';
import { painted } from './painted.ts';
import { watched } from './watch.ts';

/** One picture on its way: `signal` ends when the visitor cancels. */
interface Job extends Desk {
  readonly signal: AbortSignal;
  readonly cancel: () => void;
  /** Says what is going on now. */
  readonly tell: (text: string) => void;
}

/**
 * Takes a picture whichever way, lets the visitor draw on it, and puts it beside the message. What was under way is
 * ended. Afterwards it is said why there is none, or what is to be known of it.
 */
export async function take(way: Way, desk: Desk): Promise<void> {
  const { task, say, announce } = desk;
  task.current?.abort();
  const controller = new AbortController();
  task.current = controller;
  const { signal } = controller;
  desk.core.signal.addEventListener('abort', () => controller.abort(), { signal });
  const tell = (busy: string) => {
    announce(busy);
    say({ busy });
  };
  let said: Said = {};
  try {
    said = await run(way, { ...desk, signal, tell, cancel: () => controller.abort() });
  } finally {
    // Another one may have begun meanwhile.
    if (task.current === controller) say(said);
  }
}

async function run(way: Way, job: Job): Promise<Said> {
  if (typeof way === 'object' && 'source' in way) return draw(job, way, undefined, way);
  const t = pictureWords(job.locale);
  const free = limits.attachments - job.list.length;
  const full = { problem: t('full', { count: limits.attachments }) };
  if (free < 1) return full;
  if (typeof way === 'object') {
    job.tell(t('opening'));
    let said: Said = {};
    for (const file of way.slice(0, free)) said = { ...said, ...(await takeFile(job, file)) };
    return way.length > free ? { ...said, ...full } : said;
  }
  const part = way === 'area' || way === 'element';
  const area = part ? await (await import('./choose-part.ts')).choosePart(way, job) : undefined;
  if (area === null) return {};
  job.tell(t(way === 'exact' ? 'sharing' : 'taking'));
  const taken = await (way === 'exact' ? shared(job) : drawn(job, area));
  if (taken.ok) return draw(job, taken.value, way === 'exact' ? t('notCovered') : undefined);
  return refusal(job, taken.error);
}

/** The page as it is on screen, or a part of it, without the widget. */
async function drawn({ core, locale, signal, cancel }: Job, area?: Capture['page']): Promise<CaptureOutcome> {
  const { mask, maskAll } = core.options;
  const t = pictureWords(locale);
  return watched(core, { text: t('taking'), cancel: t('cancel') }, cancel, async () => {
    const [{ captureViewport }] = await Promise.all([
      import('../../../shared/capture/capture.ts'),
      painted(),
    ]);
    return captureViewport({
      exclude: [core.host],
      privateSelectors: mask ? [mask] : [],
      maskInputs: maskAll === 'inputs',
      // What nobody here knows the meaning of covers more rather than less.
      maskText: maskAll !== undefined && maskAll !== 'inputs',
      signal,
      ...(area ? { area } : {}),
    });
  });
}

function shared({ core, locale, signal, cancel }: Job): Promise<CaptureOutcome> {
  const t = pictureWords(locale);
  return watched(core, { text: t('sharing'), cancel: t('cancel') }, cancel, () =>
    captureDisplay({ exclude: [core.host], signal }),
  );
}

async function takeFile(job: Job, file: Blob): Promise<Said> {
  const opened = await captureFromFile(file);
  if (!opened.ok) return refusal(job, opened.error);
  return draw(job, opened.value, pictureWords(job.locale)('notCovered'));
}

type Drawable = Pick<Picture, 'source' | 'scale' | 'history'>;

/** The editor's window and, where it is left with "use picture", the picture beside the message. */
async function draw(job: Job, of: Capture | Picture, hint?: string, before?: Picture): Promise<Said> {
  const { signal, edit, change, locale } = job;
  if (signal.aborted) return {};
  const picture: Drawable = 'bitmap' in of ? { source: of.bitmap, scale: of.scale, history: null } : of;
  const { source, scale, history: start } = picture;
  const history = await edit({ source, scale, history: start, ...(hint ? { hint } : {}) });
  if (!history) return {};
  const t = pictureWords(locale);
  job.tell(t('preparing'));
  const [{ encodeSent }, { flatten }] = await Promise.all([
    import('../../../shared/annotate/encode-sent.ts'),
    import('../../../shared/annotate/flatten.ts'),
  ]);
  const flat = flatten(source, history.present);
  const sent = await encodeSent(source, history.present, flat);
  if (!sent.ok) {
    job.core.report(sent.error.detail);
    return { problem: t('tooLarge') };
  }
  const { picture: image, annotation, clean } = sent.value;
  const next: Picture = {
    // The key names the upload: other pixels are another upload.
    key: newId(),
    source,
    scale,
    history,
    flat,
    blob: image.blob,
    contentType: image.contentType,
    beside: {
      ...(annotation && { annotation }),
      ...(clean && { clean: { blob: clean.blob, contentType: clean.contentType } }),
    },
  };
  change((all) => (before ? all.map((each) => (each === before ? next : each)) : [...all, next]));
  const whole = image.scaledBy === 1 && ('bitmap' in of ? (of.scaledBy ?? 1) : 1) === 1;
  return whole ? {} : { note: t('smaller', { size: `${image.width} × ${image.height}` }) };
}

function refusal({ core, locale }: Job, { code, detail }: CaptureError): Said {
  const t = pictureWords(locale);
  if (code !== 'aborted') core.report(detail);
  switch (code) {
    case 'aborted':
      return {};
    case 'engine-failed':
      return { problem: t('captureFailed'), stuck: true };
    case 'not-shared':
      return { problem: t('notShared') };
    case 'heic':
      return { problem: t('heic') };
    case 'damaged-image':
      return { problem: t('damaged') };
    case 'too-large':
      return { problem: t('tooLarge') };
    case 'not-an-image':
      return { problem: t('wrong') };
  }
}

/** Pictures of a message that comes back into the form, as they were sent: what was drawn is burnt in. */
export async function restore(sent: readonly OutgoingPicture[]): Promise<Picture[]> {
  const opened = await Promise.all(
    sent.map(async ({ key, blob, contentType, ...beside }): Promise<Picture[]> => {
      const outcome = await captureFromFile(blob);
      if (!outcome.ok) return [];
      const { bitmap: source, scale } = outcome.value;
      return [{ key, blob, contentType, beside, source, scale, history: null, flat: source }];
    }),
  );
  return opened.flat();
}
