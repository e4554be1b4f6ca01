import { baseStyle } from './base-style.ts';

/**
 * The style of an element, or of one of its pseudo-elements, written out so that no rule is needed and none
 * reaches it. Sizes are those in use.
 * @param isControl whether a control is written as one, and not as a plain box
 */
export function computedDeclarations(
  element: Element,
  pseudo: string | null = null,
  isControl = pseudo === null,
): string {
  const style = getComputedStyle(element, pseudo);
  const base = baseStyle(element, isControl);
  const text = base.values.get('color');
  let declarations = base.declaration;
  for (const [name, value] of base.values) {
    if (name === 'height' && pseudo === null && isAuto(element, style.display)) continue;
    const own = style.getPropertyValue(name);
    // Many colours begin as that of the text, and one that still is must not be fixed: it is inherited so.
    const follows = name.endsWith('-color') && value === text;
    if (follows ? own !== style.color : own !== value) declarations += `${name}:${own}!important;`;
  }
  return `${declarations}direction:${style.direction}!important;unicode-bidi:${style.unicodeBidi}!important;`;
}

/** Whether a block is as high as its content: held at a height it would keep the margins of its content in. */
function isAuto(element: Element, display: string): boolean {
  if (!/^(?:block|list-item)$/.test(display) || REPLACED.test(element.localName)) return false;
  return element.computedStyleMap?.().get('height')?.toString() === 'auto';
}

const REPLACED = /^(?:img|video|canvas|iframe|object|embed|input|textarea|select|progress|meter)$/;

/** What a pseudo-element would need; null where there is none. */
export function pseudoDeclarations(
  element: Element,
  pseudo: '::before' | '::after' | '::marker',
): string | null {
  const { content, display } = getComputedStyle(element, pseudo);
  if (content === 'none' || content === 'normal' || content === '' || display === 'none') return null;
  return computedDeclarations(element, pseudo);
}
