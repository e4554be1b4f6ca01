/**
 * Longhands that say the same as others do, that are no part of a still picture, or that would undo what the
 * copy does on its own.
 */
const LEFT_OUT =
  /^(?:-webkit-(?!text-|line-clamp|box-|mask-box|user-modify|font-smoothing|print)|animation|transition|(?:min-|max-)?(?:inline|block)-size|(?:margin|padding|border|inset|scroll-margin|scroll-padding|overflow|overscroll-behavior|contain-intrinsic)-(?:block|inline)|border-(?:start|end)-|perspective-origin-|transform-origin-|scroll-(?:behavior|snap|margin|padding|timeline|marker)|scrollbar-(?:width|color)|caret-|text-rendering|cursor|user-select|pointer-events|touch-action|will-change|app-region|view-transition|speak|interactivity|timeline|view-timeline|zoom$)/;

/** What an element would be without any rule of the page: a declaration that makes it so, and all values then. */
export interface BaseStyle {
  readonly declaration: string;
  readonly values: ReadonlyMap<string, string>;
}

const known = new Map<string, BaseStyle>();

/**
 * The style that a written-out element begins from: initial values, but for controls the browser's own, as one whose
 * borders or background are said anew is no longer drawn as the system's.
 * @param isControl false for what is written as a plain box or is a pseudo-element
 */
export function baseStyle(element: Element, isControl: boolean): BaseStyle {
  const control = isControl && CONTROL.test(element.localName) ? element : null;
  const type = control?.getAttribute('type') ?? '';
  const disabled = control?.matches(':disabled') ?? false;
  const scheme = control ? getComputedStyle(control).colorScheme : '';
  const key = `${control?.localName}|${type}|${disabled}|${scheme}`;
  const style = known.get(key) ?? read(control, element.ownerDocument, disabled, scheme);
  known.set(key, style);
  return style;
}

const CONTROL = /^(?:button|input|select|textarea|progress|meter)$/;

/** Read off an element that is in the document for no longer than the reading takes: nothing is painted. */
function read(control: Element | null, doc: Document, disabled: boolean, scheme: string): BaseStyle {
  const keyword = control ? 'revert' : 'initial';
  const probe = control ? (control.cloneNode(false) as HTMLElement) : doc.createElement('hb-probe');
  if (control) {
    for (const { name } of [...probe.attributes])
      if (!/^(?:type|multiple|size)$/.test(name)) probe.removeAttribute(name);
    probe.toggleAttribute('disabled', disabled);
    probe.style.setProperty('color-scheme', scheme, 'important');
  }
  probe.style.setProperty('all', keyword, 'important');
  if (control) probe.style.setProperty('color-scheme', scheme, 'important');
  probe.style.setProperty('display', 'none', 'important');
  doc.documentElement.append(probe);
  const style = getComputedStyle(probe);
  const values = new Map<string, string>();
  for (const name of style) if (!LEFT_OUT.test(name)) values.set(name, style.getPropertyValue(name));
  values.set('display', control ? 'inline-block' : 'inline');
  probe.remove();
  return {
    declaration: `all:${keyword}!important;text-rendering:var(--hb-text-rendering,auto)!important;`,
    values,
  };
}
