/** The page's canvas: what its root, or its body in the root's stead, paints beneath everything. */
export interface PageCanvas {
  /** Declarations of a box over the whole viewport. */
  readonly declarations: string;
  /** Whose background has been moved there; not to be painted twice. */
  readonly owner: Element | null;
}

const LONGHANDS = [
  'background-color',
  'background-image',
  'background-size',
  'background-position',
  'background-repeat',
  'background-attachment',
  'background-blend-mode',
];

/**
 * The background of a root, or of its body where the root has none, covers the window, measured by the root's box
 * and repeated beyond it (CSS Backgrounds 3, 2.11.2). The box's transparent borders are that beyond.
 * @param image what the background images are to be replaced with
 */
export function pageCanvas(
  doc: Document,
  viewport: { readonly width: number; readonly height: number },
  image: (value: string) => string,
): PageCanvas {
  const root = doc.documentElement;
  const owner = [root, doc.body].find((element) => element && paints(getComputedStyle(element))) ?? null;
  if (!owner) return { declarations: '', owner: null };
  const style = getComputedStyle(owner);
  const box = root.getBoundingClientRect();
  const fixed = style.backgroundAttachment === 'fixed';
  const area = fixed ? { left: 0, top: 0, right: viewport.width, bottom: viewport.height } : box;
  const [left, top] = [Math.max(0, area.left), Math.max(0, area.top)];
  const right = Math.max(0, viewport.width - area.right);
  const bottom = Math.max(0, viewport.height - area.bottom);
  const [x, y] = [area.left - left, area.top - top];
  const width = area.right - area.left;
  const height = area.bottom - area.top;
  const painted = LONGHANDS.map((name) => `${name}:${image(style.getPropertyValue(name))}!important;`).join(
    '',
  );
  return {
    owner,
    declarations:
      `${painted}background-attachment:scroll!important;background-origin:padding-box!important;background-clip:border-box!important;` +
      `left:${x}px!important;top:${y}px!important;width:${width}px!important;height:${height}px!important;` +
      `border:solid transparent!important;border-width:${top}px ${right}px ${bottom}px ${left}px!important;`,
  };
}

const paints = (style: CSSStyleDeclaration) =>
  style.backgroundImage !== 'none' || !/^(?:transparent|rgba\(0, 0, 0, 0\))$/.test(style.backgroundColor);
