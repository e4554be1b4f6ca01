import type { Core } from '../../loader/core.ts';

/** Types of inputs in which nothing is written. */
const notWritten = 'button,checkbox,color,file,image,radio,range,reset,submit'
  .split(',')
  .map((type) => `:not([type=${type}])`)
  .join('');

/** Whether somebody has the focus where he writes, be it in a shadow tree or a frame. */
export function isTyping(root: Document | ShadowRoot): boolean {
  const element = root.activeElement;
  if (!element) return false;
  if (element.shadowRoot) return isTyping(element.shadowRoot);
  if (element.tagName === 'IFRAME') {
    // What cannot be looked into may be a field for a card number.
    const inside = contentOf(element);
    return inside ? isTyping(inside) : true;
  }
  return (
    element.matches(`input${notWritten},textarea,select,[role=textbox],[role=searchbox],[role=combobox]`) ||
    (element instanceof HTMLElement && element.isContentEditable)
  );
}

function contentOf(frame: Element): Document | null {
  try {
    return frame instanceof HTMLIFrameElement ? frame.contentDocument : null;
  } catch {
    return null;
  }
}

/** Whether the page itself asks for all attention: a modal dialog, or something that fills the screen. */
export function isModal(page: Document): boolean {
  return (
    !!page.querySelector(':modal') ||
    [...page.querySelectorAll('[aria-modal=true]')].some((element) =>
      element.checkVisibility({ visibilityProperty: true }),
    )
  );
}

/** Whether a prompt would disturb nobody now. */
export function isQuiet(core: Core): boolean {
  return !document.hidden && !core.isOpen() && !isTyping(document) && !isModal(document) && !hasCard(core);
}

/** Whether a card stands on this page. */
export const hasCard = (core: Core): boolean => core.stage.querySelector('.survey') !== null;
