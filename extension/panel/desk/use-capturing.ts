import { useEffect, useRef, useState } from 'preact/hooks';
import pickEn from '../../../shared/i18n/pick/en.ts';
import pickZh from '../../../shared/i18n/pick/zh-CN.ts';
import { newId } from '../../../shared/outbox/surroundings.ts';
import { type FileError, pictureFromFile, titleOf } from '../../capture/from-file.ts';
import { type Choosing, choosePart } from '../../capture/part/choose.ts';
import type { PressedKey } from '../../capture/part/picking.ts';
import { type TakeError, type Target, takePicture } from '../../capture/take.ts';
import { type Draft, newDraft } from '../../drafts/draft.ts';
import { addDraft } from '../../drafts/store.ts';
import { tell } from '../../messages/changes.ts';
import { useFrame } from '../../views/app-frame.tsx';
import { openEditor } from '../../views/open-editor.ts';

/** What is taken: a part of the page in front, or a file. `crop` is all of it, to be cut in the editor. */
export type Job = 'visible' | 'area' | 'element' | 'crop' | 'file';
/** What goes on: the member chooses a part on the page, or the picture is made. */
export type Step = { job: Job; doing: 'choosing' | 'taking' };
export type Problem = TakeError | FileError | 'not-kept';

type Made = { drafts: Draft[]; problem: Problem | null };

/** Takes pictures, one at a time: a second start ends the first. Each becomes a draft, which the editor opens. */
export function useCapturing(onTaken: () => Promise<void>) {
  const { locale, preferences } = useFrame();
  const [step, setStep] = useState<Step | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [said, setSaid] = useState('');
  const choosing = useRef<Choosing | null>(null);
  const running = useRef<AbortController | null>(null);
  const before = useRef<Promise<unknown>>(Promise.resolve());
  const cover = { fields: preferences.coverFields ?? false, text: preferences.coverText ?? false };

  const words = {
    strings: locale === 'zh-CN' ? pickZh : pickEn,
    ...(preferences.theme && { theme: preferences.theme }),
  };

  const cancel = () => {
    running.current?.abort();
    running.current = null;
    setStep(null);
  };
  const start = async (first: Step, make: (signal: AbortSignal) => Promise<Made>) => {
    cancel();
    const mine = new AbortController();
    running.current = mine;
    setProblem(null);
    setSaid('');
    setStep(first);
    // What was on the page of the one before has to be gone from it.
    const made = before.current.then(() =>
      mine.signal.aborted ? { drafts: [], problem: null } : make(mine.signal),
    );
    before.current = made.catch(() => {});
    const { drafts, problem } = await made.catch((): Made => ({ drafts: [], problem: 'failed' }));
    if (mine.signal.aborted) return;
    const { kept, full } = await keep(drafts);
    running.current = null;
    setStep(null);
    setProblem(full ? 'not-kept' : problem);
    if (kept.length) tell('drafts');
    await onTaken();
    const [only] = kept;
    if (only && kept.length === 1) await openEditor(only.id);
  };

  const takePage = (page: Target, job: Exclude<Job, 'file'>) => {
    const part = job === 'area' || job === 'element' ? job : null;
    const onBegin = (begun: Choosing) => {
      choosing.current = begun;
    };
    return start({ job, doing: part ? 'choosing' : 'taking' }, async (signal) => {
      const area = part && (await choosePart(page, { ...words, part }, { signal, onBegin, onSay: setSaid }));
      if (part && !area) return nothing;
      if (!signal.aborted) setStep({ job, doing: 'taking' });
      const closed = area === 'closed';
      const taken = await takePicture(page, cover, closed ? null : area);
      if (!taken.ok) return { drafts: [], problem: taken.error };
      const draft = newDraft({
        ...taken,
        id: newId(),
        now: Date.now(),
        page,
        toCrop: closed || job === 'crop',
      });
      return { drafts: [draft], problem: null };
    });
  };

  const takeFiles = (files: readonly File[], how: 'chosen' | 'pasted') =>
    start({ job: 'file', doing: 'taking' }, async (signal) => {
      const made: Made = { drafts: [], problem: null };
      for (const file of files) {
        if (signal.aborted) break;
        const taken = await pictureFromFile(file);
        const page = { url: null, title: titleOf(file, how) };
        if (taken.ok) made.drafts.push(newDraft({ ...taken, id: newId(), now: Date.now(), page }));
        else made.problem = taken.error;
      }
      return made;
    });

  useEffect(() => () => running.current?.abort(), []);
  const forget = () => setProblem(null);
  const press = (key: PressedKey) => choosing.current?.press(key);
  return { step, said, press, problem, forget, cancel, takePage, takeFiles };
}

const nothing: Made = { drafts: [], problem: null };

/** Keeps drafts in this browser, as far as there is room. */
async function keep(drafts: readonly Draft[]): Promise<{ kept: Draft[]; full: boolean }> {
  const kept: Draft[] = [];
  for (const draft of drafts) {
    try {
      await addDraft(draft);
      kept.push(draft);
    } catch {
      return { kept, full: true };
    }
  }
  return { kept, full: false };
}
