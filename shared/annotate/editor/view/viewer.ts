import { Component, createRef } from 'preact';
import type { AnnotationDocument, Point, Rect, Size, Text } from '../../model/document.ts';
import { visibleRect } from '../../model/document.ts';
import type { Ink, Tool } from '../tools.ts';
import type { View } from './viewport.ts';
import { clampView, fitView, reveal, visiblePart, zoomAt } from './viewport.ts';

export interface ViewerProps {
  readonly document: AnnotationDocument;
  readonly tool: Tool;
  readonly ink: Ink;
  /** The text being typed. */
  readonly typing: Text | null;
  readonly onZoom: (zoom: number) => void;
}

const MARGIN = 16;
const same = (a: Rect, b: Rect) => a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

/** Which part of the picture is seen and how large. Knows nothing of shapes. */
export abstract class Viewer<Props extends ViewerProps> extends Component<Props> {
  protected readonly element = createRef<HTMLDivElement>();
  protected readonly observer = new ResizeObserver(() => this.measure());
  protected view: View = { zoom: 0, x: 0, y: 0 };
  protected room: Size = { width: 0, height: 0 };
  protected frame: Rect = { x: 0, y: 0, width: 0, height: 0 };
  /** Whether the view follows the room, because nobody has zoomed. */
  protected fitting = true;
  protected corner: Point = { x: 0, y: 0 };
  /** What stays in sight while the room changes: the text being typed. */
  protected kept: Rect | null = null;
  protected frameRequest = 0;

  override componentDidMount(): void {
    if (this.element.current) this.observer.observe(this.element.current);
    this.measure();
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

  /** Fits the picture anew where another part of it is to be seen: a crop, or all of it while cropping. */
  protected refit(): void {
    if (!same(this.frame, this.wholeFrame())) this.measure();
  }

  protected wholeFrame(): Rect {
    const { document, tool } = this.props;
    return tool === 'crop'
      ? { x: 0, y: 0, width: document.width, height: document.height }
      : visibleRect(document);
  }

  protected locate(): void {
    this.corner = this.element.current?.getBoundingClientRect() ?? this.corner;
  }

  protected measure(): void {
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
  protected look(view: View, fitting = false, free = false): void {
    const { zoom } = this.view;
    this.fitting = fitting;
    this.view = free ? view : clampView(view, this.frame, this.room);
    if (this.view.zoom !== zoom) this.props.onZoom(this.view.zoom);
    this.schedule();
  }

  protected schedule(): void {
    this.frameRequest ||= requestAnimationFrame(() => {
      this.frameRequest = 0;
      this.onFrame();
    });
  }

  /** Called at most once a frame, when the view or a gesture has changed. */
  protected abstract onFrame(): void;

  protected point(event: MouseEvent): Point {
    return { x: event.clientX - this.corner.x, y: event.clientY - this.corner.y };
  }

  protected readonly onWheel = (event: WheelEvent) => {
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
}
