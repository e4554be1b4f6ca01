const sheets = new WeakMap<ShadowRoot, Set<string>>();

/** Adopts a style sheet once. Constructable, so that no policy on inline styles is touched. */
export function addSheet(shadow: ShadowRoot, text: string): void {
  const known = sheets.get(shadow) ?? new Set();
  sheets.set(shadow, known);
  if (known.has(text)) return;
  known.add(text);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];
}
