import { type FormKind, formKinds } from '../../app/place.ts';
import type { Core } from '../../loader/core.ts';
import type { FormState } from '../form-state.ts';

/** What somebody wrote and has not sent. Pictures and files are kept beside it, by its id (see files.ts). */
export interface Draft {
  id: string;
  kind: FormKind;
  text: string;
  email: string | null;
}

/** For how long what was not sent is kept, in ms: a day. */
export const keptFor = 86_400_000;

type Shelf = Pick<Core, 'options' | 'store'>;

/** The draft of this tab, or the newest of any tab: what was written in one that was closed comes back in the next. */
export const readDraft = (core: Shelf): Draft | null => parse(ofTab(core)) ?? parse(core.store.get('draft'));

/** Keeps what is written now; nothing is kept of an empty form. */
export function keepDraft(
  core: Shelf,
  kind: FormKind,
  { session: id, text, email, attachments }: FormState,
): void {
  if (!text.trim() && attachments.length === 0) dropDraft(core, id);
  else {
    const kept = JSON.stringify({ id, kind, text, email, at: Date.now() });
    ofTab(core, kept);
    core.store.set('draft', kept);
  }
}

/** Forgets it, as it is sent or empty. What another tab writes meanwhile is not touched. */
export function dropDraft(core: Shelf, id: string): void {
  ofTab(core, null);
  if (parse(core.store.get('draft'))?.id === id) core.store.set('draft', null);
}

/** The text of this tab alone, so that several can be written in at once; null where the browser blocks it. */
function ofTab({ options }: Shelf, write?: string | null): string | null {
  const name = `hearback:${options.project}:draft`;
  try {
    if (write) sessionStorage.setItem(name, write);
    else if (write === null) sessionStorage.removeItem(name);
    return sessionStorage.getItem(name);
  } catch {
    return null;
  }
}

function parse(kept: string | null): Draft | null {
  try {
    const draft: Draft & { at: number } = JSON.parse(kept ?? '');
    const { id, kind, text, at } = draft;
    // Whatever else lies there, or was written by an older widget, is none.
    return id && formKinds.includes(kind) && text.length >= 0 && at > Date.now() - keptFor ? draft : null;
  } catch {
    return null;
  }
}
