import { type Frame, length, numbers } from './measure.ts';

/** The outline of a basic shape (SVG 2, chapter 10); null for what has none. */
export function outlineOf(element: SVGElement, frame: Frame): Path2D | null {
  const at = (name: string) => length(element, name, frame);
  const positive = (name: string) => Math.max(0, at(name));
  const path = new Path2D();
  switch (element.localName) {
    case 'path':
      return new Path2D(element.getAttribute('d') ?? '');
    case 'rect':
      path.roundRect(
        at('x'),
        at('y'),
        positive('width'),
        positive('height'),
        Math.max(positive('rx'), positive('ry')),
      );
      return path;
    case 'circle':
      path.arc(at('cx'), at('cy'), positive('r'), 0, 2 * Math.PI);
      return path;
    case 'ellipse':
      path.ellipse(at('cx'), at('cy'), positive('rx'), positive('ry'), 0, 0, 2 * Math.PI);
      return path;
    case 'line':
      path.moveTo(at('x1'), at('y1'));
      path.lineTo(at('x2'), at('y2'));
      return path;
    case 'polyline':
    case 'polygon': {
      const points = numbers(element.getAttribute('points'));
      for (let index = 0; index + 1 < points.length; index += 2)
        path.lineTo(points[index] ?? 0, points[index + 1] ?? 0);
      if (element.localName === 'polygon') path.closePath();
      return path;
    }
    default:
      return null;
  }
}
