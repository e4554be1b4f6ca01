import { pinnedSize } from '../../style/pins.ts';
import { xmlText } from '../xml.ts';
import { leavesControlsOut } from './controls.ts';

/** What a control shows now, as markup: attributes that stand for its state. */
export function stateAttributes(element: Element): Record<string, string | null> {
  switch (element.localName) {
    case 'input': {
      const input = element as HTMLInputElement;
      if (input.type === 'checkbox' || input.type === 'radio') return { checked: input.checked ? '' : null };
      if (/^(?:file|image|button|submit|reset|hidden)$/.test(input.type)) return {};
      return { value: input.value };
    }
    case 'option':
      return { selected: (element as HTMLOptionElement).selected ? '' : null };
    default:
      return {};
  }
}

/**
 * The content of a text field that is scrolled within, as markup; null for any other. What a field scrolls is out
 * of the reach of styles, so a plain box stands for the field.
 */
export function scrolledField(element: Element): string | null {
  const { localName, scrollLeft, scrollTop } = element;
  if (!/^(?:input|textarea)$/.test(localName) || (scrollLeft === 0 && scrollTop === 0)) return null;
  const { value } = element as HTMLInputElement | HTMLTextAreaElement;
  const lines = localName === 'input' ? 'white-space:pre!important;' : '';
  return `<hb-text style="all:unset!important;display:block!important;position:relative!important;${lines}left:${-scrollLeft}px!important;top:${-scrollTop}px!important">${xmlText(value)}</hb-text>`;
}

/** Makes the stand-in of a scrolled field look and lie as the field does. */
export function fieldStyle(element: Element): string {
  const { appearance, borderTopStyle } = getComputedStyle(element);
  const native = appearance !== 'none' && borderTopStyle === 'inset' && !leavesControlsOut();
  return (
    (element.localName === 'input'
      ? 'overflow:clip!important;align-content:center!important;'
      : 'overflow:hidden!important;') +
    // Chromium draws the two pixels of a field's border as one, with round corners.
    (native
      ? 'border:1px solid light-dark(#767676,#858585)!important;padding:2px 3px!important;border-radius:2.5px!important;'
      : '')
  );
}

/** Holds a control that scrolls at its size: by itself it would count in a scrollbar, or none, unlike the page's. */
export function scrollingControlSize(element: Element): string {
  const { localName } = element;
  const scrolls =
    localName === 'textarea' ||
    (localName === 'select' && element.matches('[multiple], [size]:not([size="1"])'));
  return scrolls ? pinnedSize(element) : '';
}

/**
 * A checkbox that is neither on nor off, as Chromium draws it: browsers take that state from scripts alone. Empty
 * where the page draws its checkboxes itself.
 */
export function undecidedCheckbox(element: Element): string {
  if (element.localName !== 'input' || !(element as HTMLInputElement).indeterminate) return '';
  const { appearance, accentColor } = getComputedStyle(element);
  if (appearance === 'none') return '';
  const colour = accentColor === 'auto' ? '#0075ff' : accentColor;
  return `${pinnedSize(element)}appearance:none!important;border-radius:2.5px!important;background:linear-gradient(#fff,#fff) center/60% 2px no-repeat,${colour}!important;`;
}

/** The text of a control that is not among its child nodes; null where the child nodes tell it. */
export function stateText(element: Element): string | null {
  return element.localName === 'textarea' ? (element as HTMLTextAreaElement).value : null;
}
