import type { Measure } from '../paint/width.ts';
import type { Command } from './commands.ts';
import { apply } from './commands.ts';
import type { AnnotationDocument } from './document.ts';

/**
 * A document with everything that led to it, without end. Documents share what did not change, so a step costs
 * little.
 */
export interface History {
  /** The latest last. */
  readonly past: readonly AnnotationDocument[];
  readonly present: AnnotationDocument;
  /** What was undone; the next to be redone is last. */
  readonly future: readonly AnnotationDocument[];
}

export function startHistory(present: AnnotationDocument): History {
  return { past: [], present, future: [] };
}

/**
 * Carries a command out. The same history comes back where nothing changed.
 * @param merge joins the step to the one before, so that one undo takes back both: a key held down
 * @param measure as in `apply`
 */
export function perform(history: History, command: Command, merge = false, measure?: Measure): History {
  const present = apply(history.present, command, measure);
  if (present === history.present) return history;
  const past = merge && history.past.length > 0 ? history.past : [...history.past, history.present];
  return { past, present, future: [] };
}

export function undo(history: History): History {
  const { past, future } = history;
  const present = past.at(-1);
  if (!present) return history;
  return { past: past.slice(0, -1), present, future: [...future, history.present] };
}

export function redo(history: History): History {
  const { past, future } = history;
  const present = future.at(-1);
  if (!present) return history;
  return { past: [...past, history.present], present, future: future.slice(0, -1) };
}
