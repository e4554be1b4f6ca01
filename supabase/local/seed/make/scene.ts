// One picture to be made, and what several of them need.
import type { Mark } from './marks.ts';

export type Scene = {
  readonly name: string;
  /** `sb/…` is a page of the demo product, `pages/…` one of our own. */
  readonly page: string;
  readonly viewport: readonly [width: number, height: number];
  /** The picture's width in pixels; the viewport's unless told. */
  readonly size?: number;
  /** Script run in the page before the picture is taken. */
  readonly prepare?: string;
  readonly marks: readonly Mark[];
};

/** The demo pages explain themselves below their charts; a product would not. */
export const withoutNotes = `
      for (const body of document.querySelectorAll('.card-body'))
        if (body.querySelector('hr + code, hr')) for (const node of [...body.childNodes]) if (node.nodeType === 3 || /^(CODE|HR)$/.test(node.nodeName)) node.remove();`;
