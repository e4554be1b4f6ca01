import type { ComponentChildren, TargetedPointerEvent } from 'preact';
import { Component, createRef } from 'preact';
import type { AnnotationDocument, Point, Rect, Shape, Size, Text } from '../../model/document.ts';
import { findShapes, visibleRect } from '../../model/document.ts';
import type { AnnotateStrings } from '../../strings.ts';
import { fill } from '../../strings.ts';
import { Fingers } from '../input/fingers.ts';
import type { Gesture, Pointing, Preview, Result } from '../input/gesture.ts';
import { begin, end, follow, preview } from '../input/gesture.ts';
import type { Ink, Tool } from '../tools.ts';
import { Blended } from './blended.tsx';
import { Layer } from './layer.tsx';
import { Overlay } from './overlay.tsx';
import type { Picture } from './picture.tsx';
import { PictureCanvas } from './picture.tsx';
import type { Views } from './shape-view.tsx';
import { ShapeView } from './shape-view.tsx';
import { TextField } from './text-field.tsx';
import type { View } from './viewport.ts';
import { clampView, fitView, pinch, reveal, toImage, visiblePart, zoomAt } from './viewport.ts';

interface StageProps {
  /** Set to the stage while it is mounted. */
  readonly handle: { current: Stage | null };
  readonly image: Picture;
  readonly document: AnnotationDocument;
  readonly selected: readonly string[];
  readonly tool: Tool;
  readonly ink: Ink;
  /** The text being typed. */
  readonly typing: Text | null;
  readonly strings: AnnotateStrings;
  readonly keysId: string;
  readonly onGesture: (result: Result) => void;
  readonly onText: (text: string) => void;
  readonly onTextEnd: (leave: boolean) => void;
  readonly onZoom: (zoom: number) => void;
}

const isHighlighter = ({ kind }: Shape) => kind === 'highlighter';

type PointerInput = TargetedPointerEvent<HTMLElement>;

const MARGIN = 16;
const same = (a: Rect, b: Rect) => a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

/**
 * The picture with its shapes, and the pointer's work on them. What the pointer does is kept outside of the state and
 * shown once a frame; the document changes once, when a gesture ends.
 */
export class Stage extends Component<StageProps> {
  private readonly element = createRef<HTMLDivElement>();
  private readonly views: Views = new Map();
  private readonly fingers = new Fingers();
  private readonly observer = new ResizeObserver(() => this.measure());
  private view: View = { zoom: 0, x: 0, y: 0 };
  private room: Size = { width: 0, height: 0 };
  private frame: Rect = { x: 0, y: 0, width: 0, height: 0 };
  /** Whether the view follows the room, because nobody has zoomed. */
  private fitting = true;
  private corner: Point = { x: 0, y: 0 };
  private gesture: Gesture | null = null;
  private at: Pointing = { x: 0, y: 0, shift: false, alt: false };
  private shown: Preview | null = null;
  /** What stays in sight while the room changes: the text being typed. */
  private kept: Rect | null = null;
  private panning = false;
  /** The highlighters that are painted into the picture. */
  private painted: readonly Shape[] = [];
  private frameRequest = 0;

  override componentDidMount(): void {
    this.props.handle.current = this;
    if (this.element.current) this.observer.observe(this.element.current);
    this.measure();
  }

  override componentDidUpdate(before: StageProps): void {
    if (!same(this.frame, this.wholeFrame())) this.measure();
    if (before.tool !== this.props.tool && this.gesture) this.drop();
  }

  override componentWillUnmount(): void {
    this.observer.disconnect();
    cancelAnimationFrame(this.frameRequest);
  }

  focus(): void {
    this.element.current?.focus({ preventScroll: true });
  }

  /** The rectangle of the picture that is on screen. */
  seen(): Rect {
    return visiblePart(this.view, this.frame, this.room);
  }

  /** Brings a rectangle of the picture into sight. */
  reveal(rect: Rect): void {
    this.look(reveal(this.view, rect, this.room), this.fitting);
  }

  pan(dx: number, dy: number): void {
    this.look({ ...this.view, x: this.view.x + dx, y: this.view.y + dy });
  }

  /**
   * @param way a factor, `fit`, or `actual` for the size the page had
   * @returns CSS pixels per image pixel from now on
   */
  zoom(way: number | 'fit' | 'actual'): number {
    this.fitting = way === 'fit';
    if (way === 'fit') this.measure();
    else {
      const zoom = way === 'actual' ? 1 / this.props.ink.scale : this.view.zoom * way;
      this.look(zoomAt(this.view, zoom, { x: this.room.width / 2, y: this.room.height / 2 }));
    }
    return this.view.zoom;
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

  private wholeFrame(): Rect {
    const { document, tool } = this.props;
    return tool === 'crop'
      ? { x: 0, y: 0, width: document.width, height: document.height }
      : visibleRect(document);
  }

  private locate(): void {
    this.corner = this.element.current?.getBoundingClientRect() ?? this.corner;
  }

  private measure(): void {
    const element = this.element.current;
    if (!element) return;
    const frame = this.wholeFrame();
    if (!same(frame, this.frame)) this.fitting = true;
    this.frame = frame;
    this.room = { width: element.clientWidth, height: element.clientHeight };
    if (this.fitting) this.look(fitView(frame, this.room, 1 / this.props.ink.scale, MARGIN), true);
    else this.look(this.props.typing && this.kept ? reveal(this.view, this.kept, this.room) : this.view);
    // At once, not a frame later: a crop or a smaller room would show for that long.
    this.setState({});
  }

  /** @param free lets fingers pull the picture anywhere, until they let go */
  private look(view: View, fitting = false, free = false): void {
    const { zoom } = this.view;
    this.fitting = fitting;
    this.view = free ? view : clampView(view, this.frame, this.room);
    if (this.view.zoom !== zoom) this.props.onZoom(this.view.zoom);
    this.schedule();
  }

  private schedule(): void {
    this.frameRequest ||= requestAnimationFrame(() => {
      this.frameRequest = 0;
      this.present(this.gesture && preview(this.gesture, this.at));
    });
  }

  /** Shows what a gesture makes of its shapes: each by itself, and the rest not at all. */
  private present(next: Preview | null): void {
    const changed = new Map(next?.changed.map((shape) => [shape.id, shape]));
    for (const { id } of [...(this.shown?.changed ?? []), ...changed.values()])
      this.views.get(id)?.show(changed.get(id) ?? null);
    this.shown = next;
    this.setState({});
  }

  private point(event: MouseEvent): Point {
    return { x: event.clientX - this.corner.x, y: event.clientY - this.corner.y };
  }

  private pointing(event: PointerEvent): Pointing {
    return { ...toImage(this.view, this.point(event)), shift: event.shiftKey, alt: event.altKey };
  }

  private readonly onDown = (event: PointerInput) => {
    if (event.button > 1) return;
    // A press on the picture would otherwise start a selection of text, and leave the focus where it was.
    event.preventDefault();
    const { props } = this;
    if (props.typing) return props.onTextEnd(false);
    this.focus();
    this.locate();
    const touch = this.fingers.down(event, this.point(event));
    if (touch === 'ignored') return;
    event.currentTarget.setPointerCapture(event.pointerId);
    this.drop();
    if (touch === 'several' || this.panning || event.button === 1) return;
    const { document, selected, tool, ink } = props;
    const tolerance = (event.pointerType === 'touch' ? 22 : 10) / this.view.zoom;
    this.at = this.pointing(event);
    this.gesture = begin({ document, selected, tool, ink, tolerance }, this.at, pressureOf(event));
    this.schedule();
  };

  private readonly onMove = (event: PointerInput) => {
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
  };

  private readonly onUp = (event: PointerInput) => {
    if (!this.fingers.up(event)) return;
    if (!this.gesture) {
      this.look(this.view, this.fitting);
      return;
    }
    const result = end(this.gesture, this.pointing(event));
    this.gesture = null;
    this.props.onGesture(result);
    this.present(null);
  };

  private readonly onCancel = (event: PointerInput) => {
    if (this.fingers.up(event)) this.drop();
  };

  private readonly onWheel = (event: WheelEvent) => {
    const { view } = this;
    const pixels = event.deltaMode ? 16 : 1;
    if (event.ctrlKey || event.metaKey) {
      this.locate();
      const turn = Math.min(25, Math.max(-25, event.deltaY * pixels));
      this.look(zoomAt(view, view.zoom * Math.exp(-turn / 100), this.point(event)));
    } else {
      const { x, y } = clampView(
        { ...view, x: view.x - event.deltaX * pixels, y: view.y - event.deltaY * pixels },
        this.frame,
        this.room,
      );
      // What cannot move leaves the wheel to the page around.
      if (x === view.x && y === view.y) return;
      this.look({ ...view, x, y });
    }
    event.preventDefault();
  };

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
    const { image, document, tool, typing, strings, keysId, onText, onTextEnd } = props;
    const { view, shown, frame } = this;
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
            {moving.map((shape) => (
              <Blended key={shape.id} shape={shape} />
            ))}
            <svg class="hb-annotate-svg" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
              <Layer shapes={document.shapes} hidden={typing?.id ?? null} views={this.views} />
              {shown?.fresh.map((shape) => (
                <ShapeView key={shape.id} shape={shape} />
              ))}
            </svg>
          </div>
          {typing && (
            <TextField
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
        <Overlay
          view={view}
          selected={tool === 'crop' ? [] : selected}
          marquee={shown?.marquee ?? null}
          crop={tool === 'crop' ? (shown?.crop ?? visibleRect(document)) : null}
          picture={{ x: 0, y: 0, width, height }}
        />
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
