import type { ConversationKind } from '../../shared/domain/nouns.ts';
import type { View } from '../public.ts';

/** What an end user starts by himself; scores have a way of their own. */
export type FormKind = Exclude<ConversationKind, 'score'>;
export const formKinds: readonly FormKind[] = ['bug', 'idea', 'question', 'praise'];

/** Where in the panel the visitor is. */
export type Place =
  | { at: 'home' }
  | { at: 'form'; kind: FormKind }
  /** One message of the outbox on its way. */
  | { at: 'sending'; item: string }
  | { at: 'conversations' }
  | { at: 'thread'; conversation: string };

/**
 * The place a host or the launcher asks for; where the visitor was before, if nothing is asked or nothing that
 * exists: a page may hand `open` to a listener, which passes it an event.
 */
export function placeOf(view: unknown, before: Place): Place {
  const kind = formKinds.find((each) => each === view);
  if (kind) return { at: 'form', kind };
  return view === 'home' || view === 'conversations' ? { at: view } : before;
}

/** What the page is told of where the visitor is. */
export const viewOf = (place: Place): View =>
  place.at === 'form'
    ? place.kind
    : place.at === 'thread'
      ? 'conversations'
      : place.at === 'sending'
        ? 'home'
        : place.at;

/** One step up; null at the top. */
export function placeAbove(place: Place): Place | null {
  if (place.at === 'home') return null;
  return { at: place.at === 'thread' ? 'conversations' : 'home' };
}
