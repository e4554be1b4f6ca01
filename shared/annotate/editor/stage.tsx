import { useRef, useState } from 'preact/hooks';
import type { AnnotationDocument, Point, Shape } from '../model/document.ts';
import { findShape, paintOrder } from '../model/document.ts';
import type { AnnotateStrings } from '../strings.ts';
import { fill } from '../strings.ts';
import type { Gesture, Result } from './gesture.ts';
import { begin, end, shapeAt } from './gesture.ts';
import type { Picture } from './picture.tsx';
import { PictureCanvas } from './picture.tsx';
import { Selection, ShapeView } from './shape-view.tsx';
import type { Pen, Tool } from './tools.ts';
import { useZoom } from './use-zoom.ts';

interface StageProps {
  image: Picture;
  document: AnnotationDocument;
  selected: string | null;
  tool: Tool;
  pen: Pen;
  strings: AnnotateStrings;
  keysId: string;
  onGesture: (result: Result) => void;
}

/** The gesture under way and the shape it has made so far. */
interface Drag {
  readonly gesture: Gesture;
  readonly pointer: number;
  readonly shape: Shape | null;
}

/** The picture with its shapes, and the pointer's work on them. The document changes once, when a drag ends. */
export function Stage({ image, document, selected, tool, pen, strings, keysId, onGesture }: StageProps) {
  const container = useRef<HTMLDivElement>(null);
  const zoom = useZoom(container, document);
  const drag = useRef<Drag | null>(null);
  const [, repaint] = useState(0);
  const show = (next: Drag | null) => {
    drag.current = next;
    repaint((count) => count + 1);
  };

  const at = (event: PointerEvent & { currentTarget: SVGSVGElement }): Point => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    return {
      x: ((event.clientX - left) / width) * document.width,
      y: ((event.clientY - top) / height) * document.height,
    };
  };
  const tolerance = (event: PointerEvent) => (event.pointerType === 'touch' ? 22 : 10) / zoom;

  const svgProps = {
    onPointerDown(event: PointerEvent & { currentTarget: SVGSVGElement }) {
      if (drag.current || !event.isPrimary || event.button !== 0) return;
      // A press on the picture would otherwise start a selection of text, and leave the focus where it was.
      event.preventDefault();
      container.current?.focus({ preventScroll: true });
      event.currentTarget.setPointerCapture(event.pointerId);
      const scene = { document, selected, tool, pen, tolerance: tolerance(event) };
      show({ gesture: begin(scene, at(event)), pointer: event.pointerId, shape: null });
    },
    onPointerMove(event: PointerEvent & { currentTarget: SVGSVGElement }) {
      if (drag.current?.pointer !== event.pointerId) return;
      show({ ...drag.current, shape: shapeAt(drag.current.gesture, at(event), document) });
    },
    onPointerUp(event: PointerEvent & { currentTarget: SVGSVGElement }) {
      if (drag.current?.pointer !== event.pointerId) return;
      onGesture(end(drag.current.gesture, at(event), document, tolerance(event)));
      show(null);
    },
    onPointerCancel(event: PointerEvent) {
      if (drag.current?.pointer === event.pointerId) show(null);
    },
  };

  function letGo(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !drag.current) return;
    event.preventDefault();
    event.stopPropagation();
    show(null);
  }

  const active = drag.current?.shape ?? null;
  const gesture = drag.current?.gesture;
  const shown = withActive(document.shapes, active);
  const framed = gesture?.kind === 'draw' && active ? null : (active ?? findShape(document, selected));
  return (
    <div
      ref={container}
      class="hb-annotate-stage"
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the surface takes the keys
      tabIndex={0}
      aria-label={fill(strings.picture, { count: document.shapes.length })}
      aria-describedby={keysId}
      onKeyDown={letGo}
    >
      <div
        class="hb-annotate-paper"
        aria-hidden="true"
        style={{ width: `${document.width * zoom}px`, height: `${document.height * zoom}px` }}
      >
        <PictureCanvas image={image} width={document.width * zoom} />
        <svg
          class={`hb-annotate-svg hb-annotate-svg-${tool}`}
          viewBox={`0 0 ${document.width} ${document.height}`}
          aria-hidden="true"
          {...svgProps}
        >
          {shown.map((shape) => (
            <ShapeView key={shape.id} shape={shape} />
          ))}
          {framed && zoom > 0 && <Selection shape={framed} zoom={zoom} />}
        </svg>
      </div>
    </div>
  );
}

/** The shapes as painted, with the one being dragged in its place, or on top where it is new. */
function withActive(shapes: readonly Shape[], active: Shape | null): Shape[] {
  if (!active) return paintOrder(shapes);
  const known = shapes.some(({ id }) => id === active.id);
  return paintOrder(
    known ? shapes.map((shape) => (shape.id === active.id ? active : shape)) : [...shapes, active],
  );
}
