/** A reply to the visitor, or a note that staff alone see. Their drafts never mix. */
export type Mode = 'reply' | 'note';

/** A text that is being written. `key` goes with it to the server, which writes it once however often it is sent. */
export type Draft = { text: string; key: string };

export type DraftPlace = { member: string; conversation: string; mode: Mode };
export type TextStore = {
  read: (key: string) => string | null;
  write: (key: string, text: string | null) => void;
};

const nameOf = ({ member, conversation, mode }: DraftPlace) => `draft:${member}:${conversation}:${mode}`;

/** What was written there and not sent. A new draft gets its key from `newKey`. */
export function readDraft(store: TextStore, place: DraftPlace, newKey: () => string): Draft {
  try {
    const kept: unknown = JSON.parse(store.read(nameOf(place)) ?? 'null');
    if (typeof kept === 'object' && kept !== null && 'text' in kept && 'key' in kept)
      if (typeof kept.text === 'string' && typeof kept.key === 'string')
        return { text: kept.text, key: kept.key };
  } catch {
    // Not ours: begin with an empty draft.
  }
  return { text: '', key: newKey() };
}

/** Keeps a draft; an empty one leaves nothing behind. */
export function keepDraft(store: TextStore, place: DraftPlace, draft: Draft): void {
  store.write(nameOf(place), draft.text === '' ? null : JSON.stringify(draft));
}
