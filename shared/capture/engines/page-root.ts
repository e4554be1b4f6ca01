import type { CaptureContext } from '@zumer/snapdom';

/**
 * Gives the clone of a page what browsers do with a page's root and what snapdom, which draws the root as if it
 * were any element, leaves out.
 * @param copies from each cloned node to the one it was made from
 */
export function standAsPage(context: CaptureContext, copies: Map<unknown, unknown>): void {
  const { clone, element } = context;
  if (!(clone instanceof HTMLElement)) return;
  keepMargins(clone, element, copies);
  const body = element.ownerDocument.body;
  for (const [copy, original] of copies)
    if (original === body && copy instanceof HTMLElement) spreadBackground(clone, element, copy, body);
}

/**
 * snapdom takes the outer margins of what it draws away, down to the first child's first child. On a whole page
 * that moves everything up under masks that stay where they are, so they are put back, within a root that
 * keeps them in as a page's does.
 */
function keepMargins(clone: HTMLElement, element: Element, copies: Map<unknown, unknown>): void {
  clone.style.setProperty('display', 'flow-root', 'important');
  for (const [copy, original] of copies)
    if (copy instanceof HTMLElement && original instanceof Element && original !== element)
      for (const edge of ['margin-top', 'margin-bottom'])
        if (copy.style.getPropertyValue(edge) === '0px')
          copy.style.setProperty(edge, getComputedStyle(original).getPropertyValue(edge));
}

/**
 * A gradient of the body covers the window where the root has no background of its own, measured by the root's
 * box and repeated beyond it (CSS Backgrounds 3, 2.11.2). Colours are painted later, beneath everything.
 */
function spreadBackground(clone: HTMLElement, root: Element, copy: HTMLElement, body: HTMLElement): void {
  const own = getComputedStyle(root);
  const style = getComputedStyle(body);
  if (own.backgroundImage !== 'none' || own.backgroundColor !== 'rgba(0, 0, 0, 0)') return;
  if (!style.backgroundImage.includes('gradient(') || style.backgroundImage.includes('url(')) return;
  const { width, height } = root.getBoundingClientRect();
  const stretched = style.backgroundSize === 'auto' || style.backgroundSize === 'cover';
  clone.style.setProperty('background-image', style.backgroundImage, 'important');
  clone.style.setProperty('background-repeat', style.backgroundRepeat, 'important');
  clone.style.setProperty(
    'background-size',
    stretched ? `${width}px ${height}px` : style.backgroundSize,
    'important',
  );
  clone.style.setProperty('min-height', `${Math.max(height, root.clientHeight)}px`, 'important');
  copy.style.setProperty('background-image', 'none', 'important');
}
