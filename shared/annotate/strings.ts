import type { Action, ShortcutGroup } from './editor/input/actions.ts';
import type { ShapeKind } from './model/document.ts';

/** What each kind of mark is called in a sentence. */
type KindNames = { readonly [Kind in ShapeKind as `shape${Capitalize<Kind>}`]: string };

/**
 * Every word the editor shows or speaks: a name for each action, each group of shortcuts, each kind of mark, and
 * the sentences of the live region. `{name}` slots are filled in by the editor; a language may place them anywhere.
 */
export interface AnnotateStrings
  extends Readonly<Record<Action | ShortcutGroup, string>>,
    KindNames,
    Sentences {
  readonly editor: string;
  readonly toolbar: string;
  readonly colours: string;
  readonly levels: string;
  readonly arrange: string;
  readonly zoom: string;
  /** Opens the panel of colours and the like where there is no room for them. */
  readonly more: string;
  /** The whole picture again, after a crop. */
  readonly uncrop: string;
  readonly close: string;
  /** A part of the editor that is fetched when it is wanted could not be. */
  readonly missing: string;
  /** Name of the field a text is typed in. */
  readonly textField: string;
  /** Several marks: `{count}`. */
  readonly shapes: string;
  /** The picture and what is on it: `{count}`. */
  readonly picture: string;
  /** What the keys do while the picture has the focus. */
  readonly keys: string;
}

interface Sentences {
  /** `{tool}` */
  readonly saidTool: string;
  /** `{shape}`, `{x}`, `{y}`, `{width}`, `{height}` */
  readonly saidAdded: string;
  /** `{shape}`, `{index}`, `{count}`, `{x}`, `{y}`, `{width}`, `{height}` */
  readonly saidSelected: string;
  /** `{shape}` */
  readonly saidSeveral: string;
  readonly saidDeselected: string;
  /** `{shape}`, `{x}`, `{y}` */
  readonly saidMoved: string;
  /** `{shape}`, `{width}`, `{height}` */
  readonly saidResized: string;
  /** `{shape}` */
  readonly saidRemoved: string;
  /** `{shape}`, `{style}` */
  readonly saidStyled: string;
  /** `{shape}`, `{index}`, `{count}`: place from the bottom. */
  readonly saidReordered: string;
  /** `{shape}` */
  readonly saidCopied: string;
  readonly saidNothingToPaste: string;
  /** `{x}`, `{y}`, `{width}`, `{height}` */
  readonly saidCropped: string;
  readonly saidUncropped: string;
  /** `{percent}` */
  readonly saidZoom: string;
  readonly saidUndone: string;
  readonly saidRedone: string;
  readonly saidNothingToUndo: string;
  readonly saidNothingToRedo: string;
  /** `{count}` */
  readonly saidFull: string;
}

/** A text with its `{name}` slots filled. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (slot, name: string) => String(values[name] ?? slot));
}
