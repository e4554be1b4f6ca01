// html2canvas makes style elements for its clone of the page. A policy on inline styles refuses them, and tells the
// host that it did; a constructable sheet says the same and is no inline style.

/** What was to become a style element: where it stands, and its rules. */
export interface PendingStyle {
  readonly element: Element;
  rules: string;
}

/**
 * Runs `clone`, which copies the page before it returns, and puts empty elements where it makes style elements.
 *
 * @returns what `clone` returned, and what the style elements were to say
 */
export function withoutStyles<T>(
  doc: Document,
  clone: () => T,
): { readonly result: T; readonly pending: readonly PendingStyle[] } {
  const pending: PendingStyle[] = [];
  const before = Object.getOwnPropertyDescriptor(doc, 'createElement');
  const create = doc.createElement.bind(doc);
  const shadowing = Reflect.defineProperty(doc, 'createElement', {
    configurable: true,
    value(name: string, options?: ElementCreationOptions) {
      if (name !== 'style') return create(name, options);
      const style: PendingStyle = { element: create('template'), rules: '' };
      Object.defineProperty(style.element, 'textContent', {
        set(rules: string) {
          style.rules = rules;
        },
      });
      pending.push(style);
      return style.element;
    },
  });
  try {
    return { result: clone(), pending };
  } finally {
    if (shadowing && before) Object.defineProperty(doc, 'createElement', before);
    else if (shadowing) Reflect.deleteProperty(doc, 'createElement');
  }
}

/** How long a linked sheet may take to come once more, in ms. */
const PATIENCE = 5_000;

/** Waits for the linked sheets of the clone and the fonts they ask for, for which html2canvas does not wait. */
export async function sheetsLoaded(clone: Document): Promise<void> {
  const links = [...clone.querySelectorAll<HTMLLinkElement>('link[rel~="stylesheet" i][href]')];
  const pending = links.filter(({ sheet, disabled }) => !sheet && !disabled);
  if (pending.length === 0) return;
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const settled = pending.map(
    (link) =>
      new Promise((resolve) => {
        link.addEventListener('load', resolve);
        link.addEventListener('error', resolve);
      }),
  );
  await Promise.race([late, Promise.all(settled)]);
  await Promise.race([late, clone.fonts?.ready]);
}

/** Lets the document of the clone have the rules, after all its own. */
export function adoptRules(clone: Document, pending: readonly PendingStyle[]): void {
  const view = clone.defaultView;
  if (!view) return;
  for (const { element, rules } of [...pending, ...refused(clone)]) {
    const root = element.getRootNode();
    if (!isSheeted(root)) continue;
    // What html2canvas puts beside the page's own elements are the sheets of a shadow root that it could not make.
    if (root === clone && element.parentElement !== clone.body && element.parentElement !== clone.head)
      continue;
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(rules);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }
}

/** Sheets that the policy allows on the page by their hash, and not in a copy that is written otherwise. */
const refused = (clone: Document): PendingStyle[] =>
  [...clone.querySelectorAll('style')]
    .filter(({ sheet, type }) => !sheet && /^(?:text\/css)?$/i.test(type))
    .map((element) => ({ element, rules: element.textContent ?? '' }));

const isSheeted = (root: Node): root is Document | ShadowRoot => 'adoptedStyleSheets' in root;
