import { Component } from 'preact';
import type { Shape } from '../model/document.ts';
import { PAINT } from '../model/document.ts';
import { handles } from '../model/geometry.ts';
import { arrowPath, boxPath, RIM } from '../paths.ts';

/**
 * One shape as SVG. Says of every part what fill and stroke it has, also where it has none: the sheets around it may
 * give every `svg` a stroke, and a redaction must not look larger than what is burnt in. Renders again only when its
 * shape is another one, so a drag touches a single shape.
 */
export class ShapeView extends Component<{ shape: Shape }> {
  override shouldComponentUpdate(next: { shape: Shape }): boolean {
    return next.shape !== this.props.shape;
  }

  override render({ shape }: { shape: Shape }) {
    switch (shape.kind) {
      case 'box': {
        const d = boxPath(shape);
        return (
          <g class="hb-annotate-shape" fill="none" stroke-linejoin="round">
            <path d={d} stroke={RIM.colour} stroke-width={shape.thickness * RIM.box} />
            <path d={d} stroke={PAINT[shape.colour]} stroke-width={shape.thickness} />
          </g>
        );
      }
      case 'arrow': {
        const d = arrowPath(shape);
        return (
          <g class="hb-annotate-shape" stroke="none" stroke-linejoin="round">
            <path d={d} fill="none" stroke={RIM.colour} stroke-width={shape.thickness * RIM.arrow} />
            <path d={d} fill={PAINT[shape.colour]} />
          </g>
        );
      }
      case 'redaction':
        return <path class="hb-annotate-shape" d={boxPath(shape)} fill="#000000" stroke="none" />;
    }
  }
}

/** The frame and the handles around the selected shape. `zoom` is CSS pixels per image pixel. */
export function Selection({ shape, zoom }: { shape: Shape; zoom: number }) {
  const size = 9 / zoom;
  return (
    <g class="hb-annotate-selection">
      {shape.kind !== 'arrow' && <path class="hb-annotate-frame" d={boxPath(shape)} />}
      {handles(shape).map(({ name, at }) => (
        <rect
          key={name}
          class={`hb-annotate-handle hb-annotate-handle-${name}`}
          x={at.x - size / 2}
          y={at.y - size / 2}
          width={size}
          height={size}
          rx={(shape.kind === 'arrow' ? 4.5 : 2) / zoom}
        />
      ))}
    </g>
  );
}
