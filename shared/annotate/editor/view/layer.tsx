import { Component } from 'preact';
import type { Shape } from '../../model/document.ts';
import { paintOrder } from '../../model/document.ts';
import type { Views } from './shape-view.tsx';
import { ShapeView } from './shape-view.tsx';

interface Props {
  readonly shapes: readonly Shape[];
  /** The shape that is not to be seen, while its text is typed. */
  readonly hidden: string | null;
  readonly views: Views;
}

/** All shapes of the document. Compared as a whole, so nothing of it is touched while the pointer works. */
export class Layer extends Component<Props> {
  override shouldComponentUpdate({ shapes, hidden }: Props): boolean {
    return shapes !== this.props.shapes || hidden !== this.props.hidden;
  }

  override render({ shapes, hidden, views }: Props) {
    const shown = paintOrder(shapes).filter(({ id }) => id !== hidden);
    return (
      <>
        {shown.map((shape) => (
          <ShapeView key={shape.id} shape={shape} views={views} />
        ))}
      </>
    );
  }
}
