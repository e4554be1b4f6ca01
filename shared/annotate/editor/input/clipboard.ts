import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Shape } from '../../model/document.ts';

/** What shapes are called on the clipboard, so that nothing else is taken for them. */
const TYPE = 'application/x-hearback-marks';

/**
 * For browsers and pages that give no clipboard, and with the text that stands for it there: on a page that patches
 * how lists become JSON the shapes would not come back from that.
 */
let kept: { readonly text: string; readonly shapes: readonly Shape[] } | null = null;

interface Clipboard {
  /** Whether the keys are the editor's now: it has the focus and no text is typed. */
  readonly isOurs: () => boolean;
  readonly copied: () => readonly Shape[];
  readonly onCopied: (cut: boolean) => void;
  /** Called with null where there are no shapes to paste. */
  readonly onPasted: (shapes: readonly Shape[] | null) => void;
}

/**
 * Copies and pastes shapes through the clipboard's own events. They are caught at the document, since browsers send
 * them to its body where nothing is selected. Pictures on the clipboard are left to whoever takes pictures.
 */
export function useClipboard(clipboard: Clipboard): void {
  const current = useRef(clipboard);
  current.current = clipboard;
  useLayoutEffect(() => {
    function onEvent(event: ClipboardEvent) {
      const { isOurs, copied, onCopied, onPasted } = current.current;
      const data = event.clipboardData;
      if (!isOurs() || data?.files.length) return;
      if (event.type === 'paste') {
        const text = data?.getData(TYPE);
        if (text && text !== kept?.text) void paste(text);
        else onPasted(kept?.shapes ?? null);
      } else {
        const shapes = copied();
        if (!shapes.length) return;
        kept = { text: JSON.stringify(shapes), shapes };
        data?.setData(TYPE, kept.text);
        onCopied(event.type === 'cut');
      }
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    /** Marks of another editor, which are read as strictly as those that come from a server. */
    async function paste(text: string) {
      const { parseShapes } = await import('../../model/parse.ts');
      current.current.onPasted(parseShapes(text));
    }
    const types = ['copy', 'cut', 'paste'] as const;
    for (const type of types) document.addEventListener(type, onEvent, true);
    return () => {
      for (const type of types) document.removeEventListener(type, onEvent, true);
    };
  }, []);
}
