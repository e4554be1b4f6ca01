import type { Command } from './commands.ts';
import { apply } from './commands.ts';
import type { AnnotationDocument } from './document.ts';

/** A document with everything that led to it. Documents share what did not change, so a step costs little. */
export interface History {
  readonly past: readonly AnnotationDocument[];
  readonly present: AnnotationDocument;
  readonly future: readonly AnnotationDocument[];
}

export function startHistory(present: AnnotationDocument): History {
  return { past: [], present, future: [] };
}

/**
 * Carries a command out. The same history comes back where nothing changed.
 * @param merge joins the step to the one before, so that one undo takes back both: a key held down
 */
export function perform(history: History, command: Command, merge = false): History {
  const present = apply(history.present, command);
  if (present === history.present) return history;
  const past = merge && history.past.length > 0 ? history.past : [...history.past, history.present];
  return { past, present, future: [] };
}

export function undo(history: History): History {
  const present = history.past.at(-1);
  if (!present) return history;
  return { past: history.past.slice(0, -1), present, future: [history.present, ...history.future] };
}

export function redo(history: History): History {
  const [present, ...future] = history.future;
  if (!present) return history;
  return { past: [...history.past, history.present], present, future };
}
