// Draws what stands in a page as SVG without an image, which a policy may forbid: shapes and text in plain colours,
// as icons and simple charts have them. Filters, masks, patterns and clip paths are left out.
import { type Ink, inkOf } from './ink.ts';
import { type Frame, isSvg, length, number, numbers, styleOf } from './measure.ts';
import { outlineOf } from './outline.ts';

/** Depth of `use` within `use` that is followed. */
const DEEPEST = 5;

/** Never drawn where it is written. */
const UNSEEN = /^(?:defs|symbol|marker|mask|clipPath|pattern|filter|title|desc|style|script|\w+Gradient)$/;

interface Place {
  readonly context: CanvasRenderingContext2D;
  readonly frame: Frame;
  /** What is inherited, in a `use`; null outside of any. */
  readonly ink: Ink | null;
  readonly depth: number;
}

/** Puts a canvas in place of each SVG drawing of a document. `scale`: canvas pixels per CSS pixel. */
export function paintDrawings(doc: Document, scale: number): void {
  for (const svg of doc.querySelectorAll('svg')) {
    const { width, height } = svg.getBoundingClientRect();
    if (svg.parentElement?.closest('svg') || width < 1 || height < 1) continue;
    const canvas = doc.createElement('canvas');
    canvas.width = Math.ceil(width * scale);
    canvas.height = Math.ceil(height * scale);
    const context = canvas.getContext('2d');
    if (!context) continue;
    context.scale(canvas.width / width, canvas.height / height);
    paintViewport({ context, frame: { width, height }, ink: null, depth: 0 }, svg);
    canvas.style.cssText = svg.style.cssText;
    const size = { width: `${width}px`, height: `${height}px`, padding: '0', 'box-sizing': 'border-box' };
    for (const [name, value] of Object.entries(size)) canvas.style.setProperty(name, value, 'important');
    svg.replaceWith(canvas);
  }
}

/** What an `svg` or a `symbol` holds, fitted into the frame as its `viewBox` and `preserveAspectRatio` say. */
function paintViewport(place: Place, element: SVGElement): void {
  const { context, frame } = place;
  const [x = 0, y = 0, w = frame.width, h = frame.height] = numbers(element.getAttribute('viewBox'));
  if (!(w > 0 && h > 0)) return;
  const fit = element.getAttribute('preserveAspectRatio') ?? '';
  const [across, down] = [frame.width / w, frame.height / h];
  const same = fit.includes('slice') ? Math.max(across, down) : Math.min(across, down);
  const [sx, sy] = fit.includes('none') ? [across, down] : [same, same];
  const share = (axis: string) => (fit.includes(`${axis}Min`) ? 0 : fit.includes(`${axis}Max`) ? 1 : 0.5);
  context.save();
  context.beginPath();
  context.rect(0, 0, frame.width, frame.height);
  context.clip();
  context.translate((frame.width - w * sx) * share('x'), (frame.height - h * sy) * share('Y'));
  context.scale(sx, sy);
  context.translate(-x, -y);
  for (const child of element.children) paint({ ...place, frame: { width: w, height: h } }, child);
  context.restore();
}

function paint(place: Place, element: Element): void {
  if (!isSvg(element) || UNSEEN.test(element.localName)) return;
  const style = styleOf(element);
  if (!style || (style.display === 'none' && !place.ink)) return;
  const { context, frame } = place;
  const ink = inkOf(element, place.ink);
  const inside = place.ink ? { ...place, ink } : place;
  context.save();
  if (element instanceof graphics(element)) {
    const move = element.transform.baseVal.consolidate()?.matrix;
    if (move) context.transform(move.a, move.b, move.c, move.d, move.e, move.f);
  }
  context.globalAlpha *= number(style.opacity, 1);
  switch (element.localName) {
    case 'use':
      paintUse({ ...place, ink, depth: place.depth + 1 }, element);
      break;
    case 'svg':
      context.translate(length(element, 'x', frame), length(element, 'y', frame));
      paintViewport({ ...inside, frame: sizeOf(element, frame) }, element);
      break;
    case 'text':
      if (ink.fill !== 'none' && style.visibility === 'visible')
        paintText(context, element, style, ink, frame);
      break;
    case 'g':
    case 'a':
    case 'switch':
      for (const child of element.children) paint(inside, child);
      break;
    default:
      if (style.visibility === 'visible') paintShape(context, element, style, ink, frame);
  }
  context.restore();
}

function paintUse(place: Place, use: SVGElement): void {
  const { context, frame, depth } = place;
  const href = use.getAttribute('href') ?? use.getAttribute('xlink:href') ?? '';
  const target = href.startsWith('#') ? use.ownerDocument.getElementById(href.slice(1)) : null;
  if (!target || !isSvg(target) || depth > DEEPEST) return;
  context.translate(length(use, 'x', frame), length(use, 'y', frame));
  if (target.localName === 'symbol') paintViewport({ ...place, frame: sizeOf(use, frame) }, target);
  else paint(place, target);
}

/** Width and height of a `use` or an inner `svg`: all of the frame unless told. */
const sizeOf = (element: SVGElement, frame: Frame): Frame => ({
  width: length(element, 'width', frame, frame.width),
  height: length(element, 'height', frame, frame.height),
});

function paintShape(
  context: CanvasRenderingContext2D,
  element: SVGElement,
  style: CSSStyleDeclaration,
  ink: Ink,
  frame: Frame,
): void {
  const path = outlineOf(element, frame);
  if (!path) return;
  const alpha = context.globalAlpha;
  if (ink.fill !== 'none' && element.localName !== 'line') {
    context.fillStyle = ink.fill;
    context.globalAlpha = alpha * number(style.fillOpacity, 1);
    context.fill(path, style.fillRule === 'evenodd' ? 'evenodd' : 'nonzero');
  }
  if (ink.stroke === 'none' || ink.width <= 0) return;
  context.globalAlpha = alpha * number(style.strokeOpacity, 1);
  context.strokeStyle = ink.stroke;
  context.lineWidth = ink.width;
  context.lineCap = (['round', 'square'] as const).find((cap) => cap === style.strokeLinecap) ?? 'butt';
  context.lineJoin = (['round', 'bevel'] as const).find((join) => join === style.strokeLinejoin) ?? 'miter';
  context.setLineDash(numbers(style.strokeDasharray));
  context.stroke(path);
}

function paintText(
  context: CanvasRenderingContext2D,
  text: SVGElement,
  style: CSSStyleDeclaration,
  ink: Ink,
  frame: Frame,
): void {
  context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  context.textAlign = ({ middle: 'center', end: 'right' } as const)[style.textAnchor] ?? 'left';
  context.fillStyle = ink.fill;
  const spans = [...text.querySelectorAll('tspan')];
  for (const part of spans.length > 0 ? spans : [text]) {
    const at = (name: string) => length(part.hasAttribute(name) ? part : text, name, frame);
    context.fillText((part.textContent ?? '').replace(/\s+/g, ' ').trim(), at('x'), at('y'));
  }
}

/** The class of elements with a `transform`, in the realm of the element. */
function graphics(element: SVGElement): typeof SVGGraphicsElement {
  return element.ownerDocument.defaultView?.SVGGraphicsElement ?? SVGGraphicsElement;
}
