import type { ComponentChildren, TargetedPointerEvent } from 'preact';
import { later } from '../../later.ts';
import type { Point, Shape } from '../../model/document.ts';
import { findShapes, visibleRect } from '../../model/document.ts';
import type { AnnotateStrings } from '../../strings.ts';
import { fill } from '../../strings.ts';
import { Fingers } from '../input/fingers.ts';
import type { Gesture, Pointing, Preview, Result } from '../input/gesture.ts';
import { begin, end, follow, preview } from '../input/gesture.ts';
import type { Turns } from '../input/turns.ts';
import { parts, takesHandling } from '../parts.ts';
import { Layer } from './layer.tsx';
import type { Picture } from './picture.tsx';
import { PictureCanvas } from './picture.tsx';
import type { Views } from './shape-view.tsx';
import { ShapeView } from './shape-view.tsx';
import type { TextField } from './text-field.tsx';
import type { ViewerProps } from './viewer.ts';
import { Viewer } from './viewer.ts';
import { pinch, toImage } from './viewport.ts';

interface StageProps extends ViewerProps {
  /** Set to the stage while it is mounted. */
  readonly handle: { current: Stage | null };
  readonly image: Picture;
  readonly selected: readonly string[];
  readonly strings: AnnotateStrings;
  readonly keysId: string;
  /** What texts are typed in; null until it has been fetched. */
  readonly Field: typeof TextField | null;
  readonly turns: Turns;
  readonly onGesture: (result: Result) => void;
  readonly onText: (text: string) => void;
  readonly onTextEnd: (leave: boolean) => void;
}

const isHighlighter = ({ kind }: Shape) => kind === 'highlighter';

type PointerInput = TargetedPointerEvent<HTMLElement>;

/**
 * The picture with its shapes, and the pointer's work on them. What the pointer does is kept outside of the state and
 * shown once a frame; the document changes once, when a gesture ends.
 */
export class Stage extends Viewer<StageProps> {
  private readonly views: Views = new Map();
  private readonly fingers = new Fingers();
  private gesture: Gesture | null = null;
  private at: Pointing = { x: 0, y: 0, shift: false, alt: false };
  private shown: Preview | null = null;
  private panning = false;
  /** The highlighters that are painted into the picture. */
  private painted: readonly Shape[] = [];

  override componentDidMount(): void {
    this.props.handle.current = this;
    super.componentDidMount();
  }

  override componentDidUpdate(before: StageProps): void {
    this.refit();
    if (before.tool !== this.props.tool && this.gesture) this.drop();
  }

  /** Whether Space is held, and a drag moves the picture. */
  hold(held: boolean): void {
    this.panning = held;
    this.element.current?.classList.toggle('hb-annotate-panning', held);
  }

  /** Lets go of a gesture under way, which then leaves nothing. @returns whether there was one */
  drop(): boolean {
    const had = this.gesture !== null;
    this.gesture = null;
    if (had) this.present(null);
    return had;
  }

  protected override onFrame(): void {
    this.present(this.gesture && preview(this.gesture, this.at));
  }

  /** Shows what a gesture makes of its shapes: each by itself, and the rest not at all. */
  private present(next: Preview | null): void {
    const changed = new Map(next?.changed.map((shape) => [shape.id, shape]));
    for (const { id } of [...(this.shown?.changed ?? []), ...changed.values()])
      this.views.get(id)?.show(changed.get(id) ?? null);
    this.shown = next;
    this.setState({});
  }

  private pointing(event: PointerEvent): Pointing {
    return { ...toImage(this.view, this.point(event)), shift: event.shiftKey, alt: event.altKey };
  }

  private readonly onDown = (event: PointerInput) => {
    if (event.button > 1) return;
    // A press on the picture would otherwise start a selection of text, and leave the focus where it was.
    event.preventDefault();
    const { typing, onTextEnd, document, tool, turns } = this.props;
    if (typing) return onTextEnd(false);
    this.focus();
    event.currentTarget.setPointerCapture(event.pointerId);
    turns.take(() => this.press(event), takesHandling(document, tool));
  };

  private press(event: PointerInput): void {
    this.locate();
    const touch = this.fingers.down(event, this.point(event));
    if (touch === 'ignored') return;
    this.drop();
    if (touch === 'several' || this.panning || event.button === 1) return;
    const { document, selected, tool, ink } = this.props;
    const tolerance = (event.pointerType === 'touch' ? 22 : 10) / this.view.zoom;
    this.at = this.pointing(event);
    this.gesture = begin({ document, selected, tool, ink, tolerance }, this.at, pressureOf(event));
    this.schedule();
  }

  private readonly onMove = (event: PointerInput) => this.props.turns.take(() => this.move(event));

  private move(event: PointerInput): void {
    const moved = this.fingers.move(event, this.point(event));
    if (!moved) return;
    if (!this.gesture) {
      // A finger that is left over from two, or a drag that moves the picture.
      if (moved.before.length > 1 || moved.several || this.panning || event.buttons === 4)
        this.look(pinch(this.view, pair(moved.before), pair(moved.after)), false, true);
      return;
    }
    const coalesced = event.getCoalescedEvents?.() ?? [];
    for (const each of coalesced.length ? coalesced : [event])
      follow(this.gesture, toImage(this.view, this.point(each)), pressureOf(each));
    this.at = this.pointing(event);
    this.schedule();
  }

  private readonly onUp = (event: PointerInput) => this.props.turns.take(() => this.lift(event));

  private lift(event: PointerInput): void {
    if (!this.fingers.up(event)) return;
    if (!this.gesture) {
      this.look(this.view, this.fitting);
      return;
    }
    const result = end(this.gesture, this.pointing(event));
    this.gesture = null;
    this.props.onGesture(result);
    this.present(null);
  }

  private readonly onCancel = (event: PointerInput) =>
    this.props.turns.take(() => {
      if (this.fingers.up(event)) this.drop();
    });

  private readonly onShift = (event: KeyboardEvent) => {
    if (!this.gesture || (event.key !== 'Shift' && event.key !== 'Alt')) return;
    this.at = { ...this.at, shift: event.shiftKey, alt: event.altKey };
    this.schedule();
  };

  /** The highlighters that no gesture changes: the same list as before where it holds the same ones. */
  private still(shapes: readonly Shape[], changed: readonly Shape[]): readonly Shape[] {
    const next = shapes.filter((shape) => isHighlighter(shape) && !changed.some(({ id }) => id === shape.id));
    const { painted } = this;
    if (next.length !== painted.length || next.some((shape, index) => shape !== painted[index]))
      this.painted = next;
    return this.painted;
  }

  override render(props: StageProps): ComponentChildren {
    const { image, document, tool, typing, strings, keysId, Field, onText, onTextEnd } = props;
    const { view, shown, frame } = this;
    const { Blended, Overlay } = parts.handling ?? {};
    const { width, height } = document;
    const changed = shown?.changed ?? [];
    const moving = [...changed, ...(shown?.fresh ?? [])].filter(isHighlighter);
    const selected: readonly Shape[] =
      shown?.fresh.length || typing ? [] : changed.length ? changed : findShapes(document, props.selected);
    const cut = frame.width < width || frame.height < height;
    return (
      <div
        ref={this.element}
        class={`hb-annotate-stage hb-annotate-${tool}`}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the surface takes the keys
        tabIndex={0}
        aria-label={fill(strings.picture, { count: document.shapes.length })}
        aria-describedby={keysId}
        onPointerDown={this.onDown}
        onPointerMove={this.onMove}
        onPointerUp={this.onUp}
        onPointerCancel={this.onCancel}
        onLostPointerCapture={this.onCancel}
        onWheel={this.onWheel}
        onKeyDown={this.onShift}
        onKeyUp={this.onShift}
      >
        <div
          class="hb-annotate-paper"
          style={{
            width: `${width}px`,
            height: `${height}px`,
            transform: `translate(${view.x}px,${view.y}px) scale(${view.zoom})`,
            clipPath: cut
              ? `inset(${frame.y}px ${width - frame.x - frame.width}px ${height - frame.y - frame.height}px ${frame.x}px)`
              : '',
            '--zoom': `${view.zoom}`,
          }}
        >
          <div aria-hidden="true">
            {view.zoom > 0 && (
              <PictureCanvas
                image={image}
                zoom={view.zoom}
                highlighters={this.still(document.shapes, changed)}
              />
            )}
            {Blended && moving.map((shape) => <Blended key={shape.id} shape={shape} />)}
            <svg class="hb-annotate-svg" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
              <Layer
                // What came later is drawn as it should be.
                key={Object.keys(later).join()}
                shapes={document.shapes}
                hidden={typing?.id ?? null}
                views={this.views}
              />
              {shown?.fresh.map((shape) => (
                <ShapeView key={shape.id} shape={shape} />
              ))}
            </svg>
          </div>
          {typing && Field && (
            <Field
              key={typing.id}
              shape={typing}
              document={document}
              label={strings.textField}
              onText={onText}
              onEnd={onTextEnd}
              onMoved={(box) => {
                this.kept = box;
                this.reveal(box);
              }}
            />
          )}
        </div>
        {Overlay && (
          <Overlay
            view={view}
            selected={tool === 'crop' ? [] : selected}
            marquee={shown?.marquee ?? null}
            crop={tool === 'crop' ? (shown?.crop ?? visibleRect(document)) : null}
            picture={{ x: 0, y: 0, width, height }}
          />
        )}
      </div>
    );
  }
}

/** A mouse and a finger have no pressure worth the name: half, as `Pen` wants it. */
const pressureOf = ({ pointerType, pressure }: PointerEvent): number =>
  pointerType === 'pen' ? Math.round(pressure * 100) / 100 : 0.5;

/** Two points; a single one twice, which moves and does not zoom. */
const pair = ([a, b = a]: readonly Point[]): readonly [Point, Point] => {
  const point = a ?? { x: 0, y: 0 };
  return [point, b ?? point];
};
