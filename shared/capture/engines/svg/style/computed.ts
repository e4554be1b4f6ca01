/**
 * Longhands that say the same as others do, that are no part of a still picture, or that would undo what the
 * copy does on its own.
 */
const LEFT_OUT =
  /^(?:-webkit-(?!text-|line-clamp|box-|mask-box|user-modify|font-smoothing|print)|animation|transition|(?:min-|max-)?(?:inline|block)-size|(?:margin|padding|border|inset|scroll-margin|scroll-padding|overflow|overscroll-behavior|contain-intrinsic)-(?:block|inline)|border-(?:start|end)-|perspective-origin-|transform-origin-|scroll-(?:behavior|snap|margin|padding|timeline|marker)|cursor|user-select|pointer-events|touch-action|will-change|app-region|view-transition|speak|interactivity|timeline|view-timeline|zoom$)/;

/** All initial values, by property; null until first asked for. */
let initial: Map<string, string> | null = null;

/**
 * The style of an element, or of one of its pseudo-elements, written out so that no rule is needed and none
 * reaches it. Sizes are those in use.
 */
export function computedDeclarations(element: Element, pseudo: string | null = null): string {
  const style = getComputedStyle(element, pseudo);
  const base = initialValues(element.ownerDocument);
  // Many colours begin as that of the text: then even one that is as it began has to be said.
  const coloured = style.color !== base.get('color');
  let text = 'all:initial!important;';
  for (const [name, value] of base) {
    if (name === 'height' && pseudo === null && isAuto(element, style.display)) continue;
    const own = style.getPropertyValue(name);
    if (own !== value || (coloured && name.endsWith('-color'))) text += `${name}:${own}!important;`;
  }
  return `${text}direction:${style.direction}!important;unicode-bidi:${style.unicodeBidi}!important;`;
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

/** Read off an element that is in the document for no longer than the reading takes: nothing is painted. */
function initialValues(doc: Document): Map<string, string> {
  if (initial) return initial;
  const probe = doc.createElement('hb-probe');
  probe.style.setProperty('all', 'initial', 'important');
  probe.style.setProperty('display', 'none', 'important');
  doc.documentElement.append(probe);
  const style = getComputedStyle(probe);
  initial = new Map();
  for (const name of style) if (!LEFT_OUT.test(name)) initial.set(name, style.getPropertyValue(name));
  initial.set('display', 'inline');
  probe.remove();
  return initial;
}
