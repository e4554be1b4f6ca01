import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** A sheet that comes with a part of the editor and stays as long as that is on screen, wherever the editor is. */
export function useSheet(within: RefObject<Element | null>, css: string): void {
  useLayoutEffect(() => {
    const root = within.current?.getRootNode();
    if (!(root instanceof Document || root instanceof ShadowRoot)) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return () => {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== sheet);
    };
  }, []);
}
