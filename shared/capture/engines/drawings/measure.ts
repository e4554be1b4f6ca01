/** Width and height, in the units of what is drawn into. */
export interface Frame {
  readonly width: number;
  readonly height: number;
}

export const isSvg = (element: Element): element is SVGElement =>
  element.namespaceURI === 'http://www.w3.org/2000/svg';

export const styleOf = (element: Element): CSSStyleDeclaration | undefined =>
  element.ownerDocument.defaultView?.getComputedStyle(element);

/** Every number in an attribute such as `points` or `viewBox`. */
export const numbers = (text: string | null | undefined): number[] =>
  (text?.match(/-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? []).map(Number);

export function number(text: string | null | undefined, otherwise: number): number {
  const value = Number.parseFloat(text ?? '');
  return Number.isFinite(value) ? value : otherwise;
}

/** A length in user units; percentages are of the frame, of its width or its height by the attribute's name. */
export function length(element: Element, name: string, frame: Frame, otherwise = 0): number {
  const text = element.getAttribute(name);
  const value = number(text, otherwise);
  if (!text?.trim().endsWith('%')) return value;
  return (value / 100) * (/x|width/.test(name) ? frame.width : frame.height);
}
