import { newId } from '../frame/id.ts';
import type { Picture } from '../picture/picture.ts';

/** What has been written and not sent. It outlives the view: going back and closing the panel lose nothing. */
export interface FormState {
  readonly text: string;
  readonly email: string;
  readonly pictures: readonly Picture[];
  /** Ties a question to the articles that were offered for it. */
  readonly session: string;
}

export type ChangeForm = (update: (before: FormState) => FormState) => void;

export function emptyForm(text = ''): FormState {
  return { text, email: '', pictures: [], session: newId() };
}
