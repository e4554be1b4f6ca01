// Whether all of what stands below a shadow root fits where it stands, and can be got at.
import type { Page } from 'playwright';

/**
 * What is cut off or sticks out sideways, one line a finding: parts beyond the window, texts beyond the part that
 * they stand in, and parts that can be scrolled sideways though nothing in them is meant to be.
 * @param host the element with the shadow root
 * @param may selector of what scrolls or cuts by design
 */
export const misfits = (page: Page, host: string, may: string): Promise<string[]> =>
  page.evaluate(
    ([name, allowed]) => {
      const root = document.querySelector(name)?.shadowRoot;
      const found: string[] = [];
      const named = (element: Element) =>
        `${element.localName}.${element.getAttribute('class')} “${element.textContent?.trim().slice(0, 40)}”`;
      const wide = document.documentElement.clientWidth;
      for (const element of root?.querySelectorAll<HTMLElement>('*') ?? []) {
        if (element.closest(allowed) || element.closest('.hb-sr, .hb-annotate-unseen, [hidden]')) continue;
        if (!element.checkVisibility({ visibilityProperty: true })) continue;
        const { left, right, width } = element.getBoundingClientRect();
        if (width > 0 && (left < -1 || right > wide + 1))
          found.push(`beyond the window, ${Math.round(left)} to ${Math.round(right)}: ${named(element)}`);
        const { overflowX, textOverflow, whiteSpace } = getComputedStyle(element);
        const more = element.scrollWidth - element.clientWidth;
        const cuts = /hidden|clip|auto|scroll/.test(overflowX);
        if (element.clientWidth > 0 && more > 1 && textOverflow !== 'ellipsis' && cuts)
          found.push(`${more} pixels too wide: ${named(element)}`);
        for (const node of element.childNodes) {
          if (node.nodeType !== Node.TEXT_NODE || node.textContent?.trim() === '') continue;
          // Spaces that are kept hang over the end of their line.
          if (textOverflow === 'ellipsis' || whiteSpace === 'pre-wrap') continue;
          const range = document.createRange();
          range.selectNodeContents(node);
          const frame = element.closest('button, a, summary, li, p, h2, h3')?.getBoundingClientRect();
          for (const box of range.getClientRects())
            if (frame && box.width > 0 && (box.left < frame.left - 2 || box.right > frame.right + 2))
              found.push(`text beyond its part: ${named(element)}`);
        }
      }
      return [...new Set(found)];
    },
    [host, may] as const,
  );

/**
 * Which controls of what lies on top cannot be brought into sight and hit, even by scrolling.
 * @param host the element with the shadow root
 * @param layers selectors of what covers the rest while it is there, the topmost first
 */
export const outOfReach = (page: Page, host: string, layers: readonly string[]): Promise<string[]> =>
  page.evaluate(
    ([name, order]) => {
      const root = document.querySelector(name)?.shadowRoot;
      if (!root) return ['nothing is there'];
      const top = order.map((layer) => root.querySelector(layer)).find((layer) => layer?.checkVisibility());
      const found: string[] = [];
      const controls = (top ?? root).querySelectorAll<HTMLElement>(
        'a[href], button, input, textarea, select, summary',
      );
      for (const control of controls) {
        if (!control.checkVisibility({ visibilityProperty: true }) || control.closest('.hb-sr')) continue;
        control.scrollIntoView({ block: 'center', inline: 'nearest' });
        // Of a link in a text, its first line.
        const [first] = control.getClientRects();
        const { left, right, top: above, bottom } = first ?? control.getBoundingClientRect();
        const there = root.elementFromPoint((left + right) / 2, (above + bottom) / 2);
        if (!there || !(control.contains(there) || there.closest('label')?.contains(control)))
          found.push(
            `${control.localName}.${control.getAttribute('class')} “${control.getAttribute('aria-label') ?? control.textContent?.slice(0, 40)}” behind ${there?.localName}.${there?.getAttribute('class')}`,
          );
      }
      return found;
    },
    [host, layers] as const,
  );
