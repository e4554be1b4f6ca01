/**
 * Every word the editor shows or speaks. `{name}` slots are filled in by the editor; a language may place
 * them anywhere.
 */
export interface AnnotateStrings {
  readonly editor: string;
  readonly toolbar: string;
  readonly tools: string;
  readonly colours: string;
  readonly thicknesses: string;

  readonly select: string;
  readonly box: string;
  readonly arrow: string;
  readonly redact: string;
  readonly undo: string;
  readonly redo: string;
  readonly remove: string;

  readonly red: string;
  readonly yellow: string;
  readonly green: string;
  readonly blue: string;
  readonly black: string;
  readonly thin: string;
  readonly medium: string;
  readonly thick: string;

  /** A shape by itself. */
  readonly shapeBox: string;
  readonly shapeArrow: string;
  readonly shapeRedaction: string;

  /** The picture and what is on it: `{count}`. */
  readonly picture: string;
  /** What the keys do while the picture has the focus. */
  readonly keys: string;

  /** `{tool}` */
  readonly saidTool: string;
  /** `{shape}`, `{x}`, `{y}`, `{width}`, `{height}` */
  readonly saidAdded: string;
  /** `{shape}`, `{index}`, `{count}`, `{x}`, `{y}`, `{width}`, `{height}` */
  readonly saidSelected: string;
  readonly saidDeselected: string;
  /** `{shape}`, `{x}`, `{y}` */
  readonly saidMoved: string;
  /** `{shape}`, `{width}`, `{height}` */
  readonly saidResized: string;
  /** `{shape}` */
  readonly saidRemoved: string;
  /** `{shape}`, `{style}` */
  readonly saidStyled: string;
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
