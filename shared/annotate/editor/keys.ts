import type { AnnotationDocument } from '../model/document.ts';
import type { Tool } from './tools.ts';
import { TOOL_KEYS, TOOLS } from './tools.ts';

/** What a key asks the editor to do. */
export type KeyAction =
  | { readonly do: 'tool'; readonly tool: Tool }
  | { readonly do: 'undo' | 'redo' | 'remove' | 'place' | 'deselect' }
  | { readonly do: 'select'; readonly id: string }
  | { readonly do: 'move' | 'resize'; readonly dx: number; readonly dy: number };

export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

interface Scene {
  readonly document: AnnotationDocument;
  readonly selected: string | null;
  /** Whether the picture has the focus; a button of the toolbar otherwise. */
  readonly onStage: boolean;
}

const ARROWS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The action of a key, or null where the key is not ours and the browser or the host page has it. */
export function keyAction(press: KeyPress, scene: Scene): KeyAction | null {
  const key = press.key.toLowerCase();
  if (press.ctrlKey || press.metaKey) {
    if (press.altKey) return null;
    if (key === 'z') return { do: press.shiftKey ? 'redo' : 'undo' };
    return key === 'y' ? { do: 'redo' } : null;
  }
  const tool = press.altKey ? undefined : TOOLS.find((name) => TOOL_KEYS[name] === key);
  if (tool) return { do: 'tool', tool };
  if (press.key === 'Escape') return scene.selected ? { do: 'deselect' } : null;
  if (!scene.onStage) return null;
  return stageAction(press, scene);
}

function stageAction(press: KeyPress, { document, selected }: Scene): KeyAction | null {
  if (press.key === 'Enter') return { do: 'place' };
  if (press.key === 'Tab') {
    const id = neighbour(document, selected, press.shiftKey ? -1 : 1);
    return id ? { do: 'select', id } : null;
  }
  if (!selected) return null;
  if (press.key === 'Delete' || press.key === 'Backspace') return { do: 'remove' };
  const arrow = ARROWS[press.key];
  if (!arrow) return null;
  const step = press.shiftKey ? 10 : 1;
  return { do: press.altKey ? 'resize' : 'move', dx: arrow[0] * step, dy: arrow[1] * step };
}

/** The next shape in reading order of the list; null beyond either end, where Tab leaves the picture. */
function neighbour(document: AnnotationDocument, selected: string | null, by: 1 | -1): string | null {
  const { shapes } = document;
  const at = shapes.findIndex(({ id }) => id === selected);
  const from = at < 0 && by < 0 ? shapes.length : at;
  return shapes[from + by]?.id ?? null;
}
