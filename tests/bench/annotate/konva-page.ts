import { busyPicture, crowd } from './scene.ts';

// The same scene in Konva: a canvas for the picture, one for the shapes, and one for what is dragged, as its manual
// advises. Runs in the browser, with Konva on the page.

/** What of Konva is used; its own types are not installed with the project. */
interface KonvaNode {
  add(...nodes: KonvaNode[]): KonvaNode;
}
type Make = new (options: Record<string, unknown>) => KonvaNode;
interface Konva {
  readonly Stage: Make;
  readonly Layer: Make;
  readonly Image: Make;
  readonly Rect: Make;
  readonly Ellipse: Make;
  readonly Arrow: Make;
  readonly Line: Make;
  readonly Text: Make;
  readonly Circle: Make;
}

function mount(width: number, height: number, count: number, scale: number): void {
  const konva: Konva = Reflect.get(window, 'Konva');
  document.body.style.margin = '0';
  const container = document.body.appendChild(document.createElement('div'));
  const zoom = Math.min(innerWidth / width, innerHeight / height);
  const stage = new konva.Stage({
    container,
    width: innerWidth,
    height: innerHeight,
    scaleX: zoom,
    scaleY: zoom,
  });
  const picture = new konva.Layer({ listening: false });
  picture.add(new konva.Image({ image: busyPicture(width, height) }));
  const shapes = new konva.Layer({});
  stage.add(picture, shapes);
  for (const shape of crowd(width, height, count, scale).shapes) {
    const draggable = shape.id === 'middle';
    const ink = 'thickness' in shape ? { stroke: shape.colour, strokeWidth: shape.thickness } : {};
    switch (shape.kind) {
      case 'box':
        shapes.add(new konva.Rect({ ...shape, ...ink, fillEnabled: false }));
        break;
      case 'redaction':
        shapes.add(new konva.Rect({ ...shape, fill: 'black' }));
        break;
      case 'ellipse':
        shapes.add(
          new konva.Ellipse({
            x: shape.x + shape.width / 2,
            y: shape.y + shape.height / 2,
            radiusX: shape.width / 2,
            radiusY: shape.height / 2,
            ...ink,
          }),
        );
        break;
      case 'arrow':
        shapes.add(new konva.Arrow({ points: [shape.from.x, shape.from.y, shape.to.x, shape.to.y], ...ink }));
        break;
      case 'line':
        shapes.add(new konva.Line({ points: [shape.from.x, shape.from.y, shape.to.x, shape.to.y], ...ink }));
        break;
      case 'pen':
      case 'highlighter':
        shapes.add(
          new konva.Line({
            points: shape.points.filter((_, index) => index % 3 < 2),
            ...ink,
            lineCap: 'round',
            lineJoin: 'round',
            draggable,
            ...(shape.kind === 'highlighter' && { globalCompositeOperation: 'multiply', opacity: 0.6 }),
          }),
        );
        break;
      case 'text':
        shapes.add(
          new konva.Text({
            x: shape.x,
            y: shape.y,
            text: shape.text,
            fontSize: shape.size,
            fill: shape.colour,
          }),
        );
        break;
      case 'step':
        shapes.add(new konva.Circle({ ...shape.at, radius: shape.size / 2, fill: shape.colour }));
        break;
    }
  }
}

const konvaBench = { mount };
export type KonvaBench = typeof konvaBench;
Object.assign(window, { konvaBench });
