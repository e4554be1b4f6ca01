import type { Shape } from '../../model/document.ts';
import { bounds } from '../../model/geometry/bounds.ts';
import { multiplied } from '../../paint/multiply.ts';

/**
 * A highlighter while a gesture changes it, multiplied with the picture by the browser. In an element of its own and as
 * small as the stroke is, as the browser blends the element's whole area at each frame.
 */
export function Blended({ shape }: { shape: Shape }) {
  const mark = multiplied(shape);
  if (!mark) return null;
  const box = bounds(shape);
  const [left, top] = [box.x - mark.width, box.y - mark.width];
  const [width, height] = [box.width + mark.width * 2, box.height + mark.width * 2];
  return (
    <svg
      class="hb-annotate-blended"
      aria-hidden="true"
      viewBox={`${left} ${top} ${width} ${height}`}
      style={{
        left: `${left}px`,
        top: `${top}px`,
        inlineSize: `${width}px`,
        blockSize: `${height}px`,
      }}
    >
      <path d={mark.d} fill={mark.fill} stroke={mark.stroke} stroke-width={mark.width} />
    </svg>
  );
}
