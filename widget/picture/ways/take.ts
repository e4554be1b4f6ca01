import { captureDisplay } from '../../../shared/capture/display.ts';
import { captureFromFile } from '../../../shared/capture/image/open.ts';
import type { Capture, CaptureError, CaptureOutcome } from '../../../shared/capture/types.ts';
import { limits } from '../../../shared/domain/limits.ts';
import { newId } from '../../frame/id.ts';
import { quietly } from '../../logs/quietly.ts';
import type { OutgoingAttachment, OutgoingPicture } from '../../sending/outgoing.ts';
import type { Attachment, Picture } from '../attachment.ts';
import { readFile } from '../files/read-file.ts';
import { fileProblem } from '../files/said.ts';
import type { Desk, Said, Way } from '../ways.ts';
import { pictureWords } from '../words.ts';
import { painted } from './painted.ts';
import { watched } from './watch.ts';

/** One attachment on its way: `signal` ends when the visitor cancels. */
interface Job extends Desk {
  readonly signal: AbortSignal;
  readonly cancel: () => void;
  /** Says what is going on now. */
  readonly tell: (text: string) => void;
}

/**
 * Takes a picture whichever way, lets the visitor draw on it, and puts it beside the message; other files are put
 * there as they are. What was under way is ended. Afterwards it is said why there is none, or what is to be known of it.
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
    if (task.current === controller) {
      say(said);
      if (said.note) announce(said.note);
    }
  }
}

async function run(way: Way, job: Job): Promise<Said> {
  if (typeof way === 'object' && 'source' in way) return draw(job, way, undefined, way);
  const t = pictureWords(job.core);
  const free = limits.attachments - job.list.length;
  if (free < 1) return tooMany(job);
  if (typeof way === 'object') return takeFiles(job, way);
  const part = way === 'area' || way === 'element';
  const area = part ? await (await import('./choose-part.ts')).choosePart(way, job) : undefined;
  if (area === null) return {};
  job.tell(t(way === 'exact' ? 'sharing' : 'taking'));
  const taken = await (way === 'exact' ? shared(job) : drawn(job, area));
  if (taken.ok) return draw(job, taken.value, way === 'exact' ? t('notCovered') : undefined);
  return refusal(job, taken.error);
}

/** The page as it is on screen, or a part of it, without the widget. */
async function drawn({ core, signal, cancel }: Job, area?: Capture['page']): Promise<CaptureOutcome> {
  const { mask, maskAll } = core.options;
  const t = pictureWords(core);
  return watched(core, { text: t('taking'), cancel: t('cancel') }, cancel, async () => {
    const [{ captureViewport }] = await Promise.all([
      import('../../../shared/capture/capture.ts'),
      painted(),
    ]);
    return quietly(() =>
      captureViewport({
        exclude: [core.host],
        privateSelectors: mask ? [mask] : [],
        maskInputs: maskAll === 'inputs',
        // What nobody here knows the meaning of covers more rather than less.
        maskText: maskAll !== undefined && maskAll !== 'inputs',
        signal,
        ...(area ? { area } : {}),
      }),
    );
  });
}

function shared({ core, signal, cancel }: Job): Promise<CaptureOutcome> {
  const t = pictureWords(core);
  return watched(core, { text: t('sharing'), cancel: t('cancel') }, cancel, () =>
    captureDisplay({ exclude: [core.host], signal }),
  );
}

const tooMany = ({ core }: Job): Said => ({
  problem: pictureWords(core)('full', { count: limits.attachments }),
});

/** One after the other, as pictures are drawn on; what is wrong with some does not keep the others away. */
async function takeFiles(job: Job, files: readonly File[]): Promise<Said> {
  const t = pictureWords(job.core);
  job.tell(t('opening'));
  let free = limits.attachments - job.list.length;
  const change: Job['change'] = (update) => {
    free -= 1;
    job.change(update);
  };
  const said: Said[] = [];
  for (const file of files) {
    if (job.signal.aborted) break;
    if (free < 1) {
      said.push(tooMany(job));
      break;
    }
    said.push(await takeFile({ ...job, change }, file));
  }
  const join = (texts: readonly (string | undefined)[]) => texts.filter(Boolean).join(' ');
  const problem = join(said.map((each) => each.problem));
  const note = join(said.map((each) => each.note));
  return { ...(problem && { problem }), ...(note && { note }) };
}

async function takeFile(job: Job, file: File): Promise<Said> {
  const read = await readFile(file);
  const t = pictureWords(job.core);
  if (read.kind === 'problem') return { problem: fileProblem(job.core, read.problem, file.name) };
  if (read.kind === 'picture') {
    const opened = await captureFromFile(file);
    return opened.ok ? draw(job, opened.value, t('notCovered')) : refusal(job, opened.error);
  }
  if (job.signal.aborted) return {};
  const { blob, contentType, name } = read;
  job.change((all) => [...all, { key: newId(), blob, contentType, name }]);
  job.announce(t('added', { name }));
  return {};
}

type Drawable = Pick<Picture, 'source' | 'scale' | 'history'>;

/** The editor's window and, where it is left with "use picture", the picture beside the message. */
async function draw(job: Job, of: Capture | Picture, hint?: string, before?: Picture): Promise<Said> {
  const { signal, edit, change, core } = job;
  // Here, so that who cancels while it comes is not shown it after all.
  await import('../editor-layer.tsx');
  if (signal.aborted) return {};
  const picture: Drawable = 'bitmap' in of ? { source: of.bitmap, scale: of.scale, history: null } : of;
  const { source, scale, history: start } = picture;
  const history = await edit({ source, scale, history: start, ...(hint ? { hint } : {}) });
  if (!history) return {};
  const t = pictureWords(core);
  job.tell(t('preparing'));
  const [{ encodeSent }, { flatten }] = await Promise.all([
    import('../../../shared/annotate/encode-sent.ts'),
    import('../../../shared/annotate/flatten.ts'),
  ]);
  const flat = flatten(source, history.present);
  const sent = await encodeSent(source, history.present, flat);
  if (!sent.ok) {
    core.report(sent.error.detail);
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
  job.announce(t('attached'));
  const whole = image.scaledBy === 1 && ('bitmap' in of ? (of.scaledBy ?? 1) : 1) === 1;
  return whole ? {} : { note: t('smaller', { size: `${image.width} × ${image.height}` }) };
}

function refusal({ core }: Job, { code, detail }: CaptureError): Said {
  const t = pictureWords(core);
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
    case 'not-an-image':
      return { problem: t('damaged') };
    case 'too-large':
      return { problem: t('tooLarge') };
  }
}

/** What goes with a message that comes back into the form, as it was sent: what was drawn on pictures is burnt in. */
export async function restore(sent: readonly OutgoingAttachment[]): Promise<Attachment[]> {
  const opened = await Promise.all(
    sent.map(async (each): Promise<Attachment[]> => {
      if (!isSentPicture(each)) return [each];
      const { key, blob, contentType, ...beside } = each;
      const outcome = await captureFromFile(blob);
      if (!outcome.ok) return [];
      const { bitmap: source, scale } = outcome.value;
      return [{ key, blob, contentType, beside, source, scale, history: null, flat: source }];
    }),
  );
  return opened.flat();
}

const isSentPicture = (each: OutgoingAttachment): each is OutgoingPicture =>
  each.contentType.startsWith('image/');
