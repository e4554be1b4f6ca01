/**
 * The elements that are turned away from the viewer and show no back: flipped cards, for instance. SVG images know
 * no space of three dimensions, so their copies have to be hidden.
 * @param selectors of what has a hidden back
 */
export function turnedAway(doc: Document, selectors: readonly string[]): Element[] {
  return selectors.flatMap((selector) => {
    try {
      return [...doc.querySelectorAll(selector)].filter(isTurnedAway);
    } catch {
      return [];
    }
  });
}

function isTurnedAway(element: Element): boolean {
  let matrix = new DOMMatrix();
  for (let at: Element | null = element; at; at = at.parentElement) {
    const style = getComputedStyle(at);
    if (at === element && style.backfaceVisibility !== 'hidden') return false;
    if (at !== element && style.transformStyle !== 'preserve-3d') break;
    matrix = turnOf(style).multiply(matrix);
  }
  return matrix.m33 < 0;
}

/** How an element is turned by itself; where it is moved to does not matter here. */
function turnOf({ transform, rotate }: CSSStyleDeclaration): DOMMatrix {
  const own = transform === 'none' ? new DOMMatrix() : new DOMMatrix(transform);
  if (rotate === 'none' || rotate === '') return own;
  const parts = rotate.split(' ');
  const angle = Number.parseFloat(parts.at(-1) ?? '');
  const axis = { x: [1, 0, 0], y: [0, 1, 0], z: [0, 0, 1] }[parts.length === 2 ? (parts[0] ?? 'z') : 'z'];
  const [x = 0, y = 0, z = 1] = parts.length === 4 ? parts.slice(0, 3).map(Number) : (axis ?? []);
  return new DOMMatrix().rotateAxisAngle(x, y, z, angle || 0).multiply(own);
}
