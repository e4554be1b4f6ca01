import { useRef } from 'preact/hooks';
import type { Rect, Shape } from '../../model/document.ts';
import { bounds, boundsOf } from '../../model/geometry/bounds.ts';
import type { HandleAt } from '../../model/geometry/resize.ts';
import { frameHandles, handles } from '../../model/geometry/resize.ts';
import { rectPath } from '../../paint/paths.ts';
import { useSheet } from '../use-sheet.ts';
import type { View } from '../view/viewport.ts';
import { toScreen } from '../view/viewport.ts';
import css from './handling.css?inline';

interface OverlayProps {
  readonly view: View;
  readonly selected: readonly Shape[];
  readonly marquee: Rect | null;
  /** What is kept of `picture`, while the crop tool is in hand. */
  readonly crop: Rect | null;
  readonly picture: Rect;
}

/** Frames and handles over the picture, in CSS pixels of the stage: always as thin and as large. */
export function Overlay({ view, selected, marquee, crop, picture }: OverlayProps) {
  const onScreen = (rect: Rect): Rect => ({
    ...toScreen(view, rect),
    width: rect.width * view.zoom,
    height: rect.height * view.zoom,
  });
  const frame = (rect: Rect) => rectPath(onScreen(rect));
  const grips = crop ? frameHandles(crop) : handles(selected);
  const around = selected.length > 1 && boundsOf(selected);
  // A line shows what is selected by its two ends. A frame on a box would give the box another colour.
  const isPlain = grips[0]?.name === 'from' || (selected.length === 1 && selected[0]?.kind === 'box');
  const framed = isPlain ? [] : selected.map(bounds);
  const svg = useRef<SVGSVGElement>(null);
  useSheet(svg, css);
  return (
    <svg ref={svg} class="hb-annotate-overlay" aria-hidden="true">
      {crop && (
        <>
          <path class="hb-annotate-outside" d={frame(picture) + frame(crop)} fill-rule="evenodd" />
          <path class="hb-annotate-frame" d={frame(crop)} />
        </>
      )}
      {[...framed, ...(around ? [around] : [])].map((rect, index) => (
        <path key={index} class="hb-annotate-frame" d={frame(rect)} />
      ))}
      {grips.map((grip) => (
        <Grip key={grip.name} grip={grip} view={view} />
      ))}
      {marquee && <path class="hb-annotate-marquee" d={frame(marquee)} />}
    </svg>
  );
}

function Grip({ grip: { name, at }, view }: { grip: HandleAt; view: View }) {
  const { x, y } = toScreen(view, at);
  return (
    <rect
      class={`hb-annotate-handle hb-annotate-handle-${name}`}
      x={x - 5}
      y={y - 5}
      width={10}
      height={10}
      rx={name.length > 2 ? 5 : 2.5}
    />
  );
}
