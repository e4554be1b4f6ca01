import type { Resources } from '../resources/resources.ts';
import type { Symbols } from '../resources/symbols.ts';
import type { DeclarationContext } from '../style/declarations.ts';
import type { Turns } from '../turns.ts';
import type { FarAway } from './far.ts';

/** What a copy is made by. */
export interface CopyContext {
  readonly document: Document;
  readonly exclude: readonly Element[];
  readonly isPrivate: (element: Element) => boolean;
  /** Whether no text at all may be shown. */
  readonly maskText: boolean;
  /** Inline declarations and notes for elements that need more than their markup. */
  readonly additions: Map<Element, string>;
  readonly notes: Map<Element, string[]>;
  /** Elements of the top layer: written last, and where they stand in the tree only as a place. */
  readonly lifted: ReadonlySet<Element>;
  /** What of a large document need not be copied; null for any other. */
  readonly far: FarAway | null;
  readonly resources: Resources;
  readonly symbols: Symbols;
  readonly declarations: DeclarationContext;
  readonly turns: Turns;
  /** Whether scrollers of the copy can be told where to begin, see `startAt`. */
  readonly beginsAnywhere: boolean;
  /** A picture of a frame's own document. */
  readonly frame: (doc: Document) => Promise<string>;
}
