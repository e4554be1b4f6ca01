import { render } from 'preact';
import { useState } from 'preact/hooks';
import { afterEach, expect } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import en from '../../i18n/annotate/en.ts';
import tokens from '../../ui/tokens.css?inline';
import sheet from '../editor.css?inline';
import type { AnnotationDocument, Shape } from '../model/document.ts';
import { emptyDocument } from '../model/document.ts';
import type { History } from '../model/history.ts';
import { startHistory } from '../model/history.ts';
import type { AnnotateStrings } from '../strings.ts';
import { AnnotationEditor } from './editor.tsx';
// Fetched already, so that what is spoken is there with the next frame.
import './speech.ts';
import { fetchHandling } from './parts.ts';
import type { Tool } from './tools.ts';

/** The editor as the widget mounts it, in a shadow root with constructable sheets: for tests of it in a browser. */

export const SIZE = { width: 800, height: 400 };
export const box: Extract<Shape, { kind: 'box' }> = {
  kind: 'box',
  id: 'first',
  x: 100,
  y: 100,
  width: 200,
  height: 100,
  colour: 'green',
  thickness: 4,
};
export const redaction: Extract<Shape, { kind: 'redaction' }> = {
  kind: 'redaction',
  id: 'second',
  x: 500,
  y: 100,
  width: 100,
  height: 100,
};

interface Options {
  readonly scale?: number;
  readonly tool?: Tool;
  readonly strings?: AnnotateStrings;
  readonly crop?: AnnotationDocument['crop'];
  /** Whether it is used before the part for marks that are there has come. */
  readonly early?: boolean;
  /** CSS pixels of the window. */
  readonly window?: readonly [number, number];
}

let host: HTMLElement;
let latest: History;

export const latestDocument = (): AnnotationDocument => latest.present;
export const latestShapes = (): readonly Shape[] => latest.present.shapes;

export async function mount(shapes: readonly Shape[] = [], options: Options = {}): Promise<ShadowRoot> {
  const { scale = 1, tool, strings = en, crop = null } = options;
  if (!options.early) await fetchHandling();
  await page.viewport(...(options.window ?? [1200, 700]));
  host = document.createElement('div');
  host.style.cssText = 'position:fixed;inset:0';
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [tokens, sheet].map((css) => {
    const constructed = new CSSStyleSheet();
    constructed.replaceSync(css);
    return constructed;
  });
  document.body.append(host);
  const image = document.createElement('canvas');
  Object.assign(image, SIZE);
  function Parent() {
    const [history, setHistory] = useState(() => startHistory({ ...emptyDocument(SIZE), crop, shapes }));
    latest = history;
    return (
      <AnnotationEditor
        image={image}
        history={history}
        onHistory={setHistory}
        strings={strings}
        scale={scale}
        {...(tool && { tool })}
      />
    );
  }
  render(<Parent />, root);
  await expect.poll(() => svg().getBoundingClientRect().width).toBeGreaterThan(100);
  return root;
}

afterEach(() => {
  if (host?.shadowRoot) render(null, host.shadowRoot);
  host?.remove();
});

export function findAll<E extends Element = HTMLElement>(selector: string): E[] {
  return [...(host.shadowRoot?.querySelectorAll<E>(selector) ?? [])];
}

export function find<E extends Element = HTMLElement>(selector: string): E {
  const [element] = findAll<E>(selector);
  if (!element) throw new Error(`no ${selector}`);
  return element;
}

export const theHost = () => host;
export const svg = () => find<SVGSVGElement>('.hb-annotate-svg');
export const stage = () => find('.hb-annotate-stage');
export const field = () => find<HTMLTextAreaElement>('textarea');
/** The field of a text, once it is there and has the focus. */
export async function opened(): Promise<HTMLTextAreaElement> {
  await expect.poll(() => findAll('textarea:focus').length).toBe(1);
  return field();
}
export const button = (name: string) => find(`button[data-name="${name}"]`);
export const spoken = () => find('[role="status"]').textContent.trim();
export async function press(keys: string): Promise<void> {
  await userEvent.keyboard(keys);
  await frame();
}
/** CSS pixels per image pixel. */
export const shownZoom = () => svg().getBoundingClientRect().width / SIZE.width;

/** A place of the picture in CSS pixels of its element, for the mouse. */
export const place = (x: number, y: number) => ({ x: x * shownZoom(), y: y * shownZoom() });

/** Clicks with the real mouse, in image pixels. */
export async function click(x: number, y: number): Promise<void> {
  await userEvent.click(svg(), { position: place(x, y), force: true });
  await frame();
}

/** Drags with the real mouse, in image pixels. */
export async function drag(x1: number, y1: number, x2: number, y2: number): Promise<void> {
  await userEvent.dragAndDrop(svg(), svg(), {
    sourcePosition: place(x1, y1),
    targetPosition: place(x2, y2),
    force: true,
  });
  await frame();
}

/** A pointer event of any kind, in image pixels; for what the real mouse cannot do. */
export function pointer(type: string, x: number, y: number, more: PointerEventInit = {}): void {
  const { left, top } = svg().getBoundingClientRect();
  stage().setPointerCapture = () => {};
  stage().dispatchEvent(
    new PointerEvent(type, {
      bubbles: true,
      cancelable: true,
      isPrimary: true,
      pointerId: 7,
      clientX: left + place(x, y).x,
      clientY: top + place(x, y).y,
      ...more,
    }),
  );
}

/** Until what the pointer did is on screen. */
export const frame = () => new Promise(requestAnimationFrame);

/** Within what the mouse can aim at: one CSS pixel and rounding. */
export function expectNear(shape: object | null | undefined, expected: Record<string, number>): void {
  for (const [name, value] of Object.entries(expected))
    expect(
      Math.abs(Number(Object.entries(shape ?? {}).find(([key]) => key === name)?.[1]) - value),
    ).toBeLessThan(2);
}
