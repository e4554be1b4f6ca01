import { Component } from 'preact';
import type { Shape } from '../../model/document.ts';
import type { Mark } from '../../paint/marks.ts';
import { marksOf } from '../../paint/marks.ts';
import { fontOf, measureText } from '../../paint/measure.ts';

/** The mounted view of each shape by its id, by which a gesture reaches the shapes it changes and no others. */
export type Views = Map<string, ShapeView>;

interface Props {
  readonly shape: Shape;
  readonly views?: Views;
}

interface State {
  /** The shape as a gesture has it just now. */
  readonly live: Shape | null;
}

/**
 * One shape as SVG: what the file will show, drawn from the same marks. Renders again only when its shape is another
 * one, so a drag touches the dragged shapes alone.
 */
export class ShapeView extends Component<Props, State> {
  override state: State = { live: null };

  override componentDidMount(): void {
    this.props.views?.set(this.props.shape.id, this);
  }

  override componentWillUnmount(): void {
    this.props.views?.delete(this.props.shape.id);
  }

  override shouldComponentUpdate({ shape }: Props, { live }: State): boolean {
    return shape !== this.props.shape || live !== this.state.live;
  }

  /** Shows the shape otherwise than the document has it; null ends that. */
  show(live: Shape | null): void {
    if (live !== this.state.live) this.setState({ live });
  }

  override render({ shape }: Props, { live }: State) {
    return <g class="hb-annotate-shape">{marksOf(live ?? shape, measureText).map(draw)}</g>;
  }
}

function draw(mark: Mark, key: number) {
  const paint = { key, fill: mark.fill, stroke: mark.stroke, 'stroke-width': mark.width };
  if (mark.kind === 'path') return <path {...paint} d={mark.d} />;
  return (
    <text
      {...paint}
      x={mark.x}
      y={mark.y}
      direction={mark.rtl ? 'rtl' : 'ltr'}
      text-anchor={mark.centred ? 'middle' : 'start'}
      style={{ font: fontOf(mark.size) }}
    >
      {mark.text}
    </text>
  );
}
