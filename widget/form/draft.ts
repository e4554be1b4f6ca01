import { type FormKind, formKinds } from '../app/place.ts';
import type { Store } from '../loader/store.ts';

/** What somebody typed and has not sent, kept over a reload. Pictures are not kept. */
export interface Draft {
  kind: FormKind;
  text: string;
}

export function readDraft(store: Store): Draft | null {
  try {
    const kept: unknown = JSON.parse(store.get('draft') ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('kind' in kept) || !('text' in kept)) return null;
    const kind = formKinds.find((each) => each === kept.kind);
    return kind && typeof kept.text === 'string' && kept.text ? { kind, text: kept.text } : null;
  } catch {
    return null;
  }
}

/** Keeps the draft; an empty text ends it. */
export function keepDraft(store: Store, draft: Draft | null): void {
  store.set('draft', draft?.text.trim() ? JSON.stringify(draft) : null);
}
