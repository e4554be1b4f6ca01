import { newId } from '../frame/id.ts';
import type { Attachment } from '../picture/attachment.ts';

/** What has been written and not sent. It outlives the view: going back and closing the panel lose nothing. */
export interface FormState {
  readonly text: string;
  /** Null as long as he has not touched it: then it is the one that the page has named, if it has. */
  readonly email: string | null;
  readonly attachments: readonly Attachment[];
  /** Names this message until it is sent: its draft, and for a question the articles that were offered for it. */
  readonly session: string;
}

export type ChangeForm = (update: (before: FormState) => FormState) => void;

/** A form with nothing in it, or with what was kept of one. */
export function emptyForm(kept?: { id: string; text: string; email: string | null } | null): FormState {
  return {
    text: kept?.text ?? '',
    email: kept?.email ?? null,
    attachments: [],
    session: kept?.id ?? newId(),
  };
}
