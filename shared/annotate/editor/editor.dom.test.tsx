import { render } from 'preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import en from '../../i18n/annotate/en.ts';
import tokens from '../../ui/tokens.css?inline';
import sheet from '../editor.css?inline';
import type { AnnotationDocument, Shape } from '../model/document.ts';
import { emptyDocument } from '../model/document.ts';
import { AnnotationEditor } from './editor.tsx';

const SIZE = { width: 800, height: 400 };
const box: Shape = {
  kind: 'box',
  id: 'first',
  x: 100,
  y: 100,
  width: 200,
  height: 100,
  colour: 'green',
  thickness: 4,
};
const redaction: Shape = { kind: 'redaction', id: 'second', x: 500, y: 100, width: 100, height: 100 };

let host: HTMLElement;
let latest: AnnotationDocument;
/** How often a shape was read for drawing, by id. */
let drawings: Map<string, number>;

/** Mounts the editor as the widget does: in a shadow root with constructable sheets. */
async function mount(shapes: readonly Shape[] = [], scale = 1) {
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
    const [annotation, setAnnotation] = useState<AnnotationDocument>({ ...emptyDocument(SIZE), shapes });
    latest = annotation;
    return (
      <AnnotationEditor
        image={image}
        document={annotation}
        onChange={setAnnotation}
        strings={en}
        scale={scale}
      />
    );
  }
  render(<Parent />, root);
  await expect.poll(() => svg().getBoundingClientRect().width).toBeGreaterThan(100);
}

beforeEach(async () => {
  drawings = new Map();
  await page.viewport(1000, 700);
});
afterEach(() => {
  if (host.shadowRoot) render(null, host.shadowRoot);
  host.remove();
});

function find<E extends Element = HTMLElement>(selector: string): E {
  const element = host.shadowRoot?.querySelector<E>(selector);
  if (!element) throw new Error(`no ${selector}`);
  return element;
}
const svg = () => find<SVGSVGElement>('.hb-annotate-svg');
const stage = () => find('.hb-annotate-stage');
const button = (name: string) => find(`button[data-name="${name}"]`);
const spoken = () => find('[role="status"]').textContent.trim();

/** Drags with the real mouse, in image pixels. */
async function drag(x1: number, y1: number, x2: number, y2: number) {
  const zoom = svg().getBoundingClientRect().width / SIZE.width;
  await userEvent.dragAndDrop(svg(), svg(), {
    sourcePosition: { x: x1 * zoom, y: y1 * zoom },
    targetPosition: { x: x2 * zoom, y: y2 * zoom },
    force: true,
  });
}

/** A pointer event of any kind, in image pixels; for what the real mouse cannot do. */
function pointer(type: string, x: number, y: number, more: PointerEventInit = {}) {
  const { left, top, width } = svg().getBoundingClientRect();
  const at = { clientX: left + (x * width) / SIZE.width, clientY: top + (y * width) / SIZE.width };
  svg().setPointerCapture = () => {};
  svg().dispatchEvent(
    new PointerEvent(type, {
      bubbles: true,
      cancelable: true,
      isPrimary: true,
      pointerId: 7,
      ...at,
      ...more,
    }),
  );
}

test('marks look as in the finished picture, whatever stroke the sheets around give every icon', async () => {
  await mount([
    {
      kind: 'arrow',
      id: 'third',
      from: { x: 100, y: 100 },
      to: { x: 400, y: 300 },
      colour: 'red',
      thickness: 4,
    },
    redaction,
  ]);
  const icons = new CSSStyleSheet();
  icons.replaceSync('svg { fill: blue; stroke: currentColor; stroke-width: 2px }');
  host.shadowRoot?.adoptedStyleSheets.unshift(icons);
  const looks = [...svg().querySelectorAll('path.hb-annotate-shape, .hb-annotate-shape path')].map((path) => {
    const { fill, stroke } = getComputedStyle(path);
    return { fill, stroke };
  });
  expect(looks).toEqual([
    { fill: 'none', stroke: expect.stringMatching(/^rgb/) },
    { fill: expect.stringMatching(/^rgb/), stroke: 'none' },
    { fill: 'rgb(0, 0, 0)', stroke: 'none' },
  ]);
});

describe('with the mouse', () => {
  test('a box is drawn, selected and told', async () => {
    await mount();
    await drag(100, 50, 300, 150);
    const [shape] = latest.shapes;
    expect(shape).toMatchObject({ kind: 'box', colour: 'red', thickness: 4 });
    expectNear(shape, { x: 100, y: 50, width: 200, height: 100 });
    expect(host.shadowRoot?.querySelectorAll('.hb-annotate-handle')).toHaveLength(8);
    expect(spoken()).toMatch(/^Box added at 100, 50, (199|200|201) by (99|100|101)$/);
  });

  test('an arrow and a redaction are drawn with their tools, thicker on a dense screen', async () => {
    await mount([], 2);
    await userEvent.click(button('arrow'));
    await drag(100, 50, 300, 150);
    await userEvent.click(button('redact'));
    await drag(400, 50, 500, 100);
    expect(latest.shapes).toMatchObject([{ kind: 'arrow', thickness: 8 }, { kind: 'redaction' }]);
  });

  test('a shape is moved, and kept within the picture', async () => {
    await mount([box]);
    await userEvent.click(button('select'));
    await drag(200, 150, 790, 390);
    expectNear(latest.shapes[0], { x: 600, y: 300, width: 200, height: 100 });
  });

  test('a shape is resized by its handle', async () => {
    await mount([box]);
    await userEvent.click(button('select'));
    await userEvent.click(svg(), { position: center(box) });
    await drag(300, 200, 400, 260);
    expectNear(latest.shapes[0], { x: 100, y: 100, width: 300, height: 160 });
  });

  test('a click with a drawing tool draws nothing and selects what is there', async () => {
    await mount([redaction]);
    await userEvent.click(svg(), { position: center(redaction) });
    expect(latest.shapes).toEqual([redaction]);
    expect(spoken()).toBe('Blackout, 1 of 1, at 500, 100, 100 by 100');
  });

  test('colour and line change the selected shape and the next one', async () => {
    await mount([box]);
    await userEvent.click(svg(), { position: center(box) });
    await userEvent.click(button('blue'));
    await userEvent.click(button('thick'));
    expect(latest.shapes[0]).toEqual({ ...box, colour: 'blue', thickness: 7 });
    await drag(500, 300, 700, 380);
    expect(latest.shapes[1]).toMatchObject({ colour: 'blue', thickness: 7 });
  });

  test('a drag renders the shape in hand and no other', async () => {
    const others = Array.from({ length: 50 }, (_, index) => counted({ ...redaction, id: `other${index}` }));
    await mount([...others, box]);
    pointer('pointerdown', 150, 101);
    pointer('pointermove', 160, 120);
    drawings.clear();
    for (let step = 0; step < 20; step++) {
      pointer('pointermove', 170 + step, 130);
      await new Promise(requestAnimationFrame);
    }
    expect([...drawings]).toEqual([]);
    pointer('pointerup', 190, 130);
  });
});

describe('with touch', () => {
  test('drawing does not scroll the page', async () => {
    await mount();
    expect(getComputedStyle(svg()).touchAction).toBe('none');
  });

  test('a finger draws; a second finger is ignored', async () => {
    await mount();
    pointer('pointerdown', 100, 50, { pointerType: 'touch' });
    pointer('pointerdown', 600, 300, { pointerType: 'touch', pointerId: 8, isPrimary: false });
    pointer('pointermove', 650, 300, { pointerType: 'touch', pointerId: 8, isPrimary: false });
    pointer('pointermove', 200, 150, { pointerType: 'touch' });
    pointer('pointerup', 200, 150, { pointerType: 'touch' });
    await expect.poll(() => latest.shapes).toHaveLength(1);
    expectNear(latest.shapes[0], { x: 100, y: 50, width: 100, height: 100 });
  });

  test('a drag that the system takes away leaves nothing', async () => {
    await mount([box]);
    pointer('pointerdown', 400, 50, { pointerType: 'touch' });
    pointer('pointermove', 600, 150, { pointerType: 'touch' });
    pointer('pointercancel', 600, 150, { pointerType: 'touch' });
    pointer('pointerup', 600, 150, { pointerType: 'touch' });
    await new Promise(requestAnimationFrame);
    expect(latest.shapes).toEqual([box]);
  });
});

describe('with the keyboard alone', () => {
  test('a shape is made, moved, resized, deleted and brought back', async () => {
    await mount();
    stage().focus();
    await userEvent.keyboard('r{Enter}');
    expect(latest.shapes).toEqual([{ kind: 'redaction', id: 's1', x: 300, y: 150, width: 200, height: 100 }]);
    await userEvent.keyboard('{ArrowLeft}{Shift>}{ArrowDown}{/Shift}');
    expect(latest.shapes[0]).toMatchObject({ x: 299, y: 160 });
    expect(spoken()).toBe('Blackout moved to 299, 160');
    await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
    expect(latest.shapes[0]).toMatchObject({ width: 201 });
    await userEvent.keyboard('{Delete}');
    expect(latest.shapes).toEqual([]);
    expect(spoken()).toBe('Blackout deleted');
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(latest.shapes).toHaveLength(1);
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    expect(latest.shapes).toEqual([]);
    expect(stage().matches(':focus')).toBe(true);
  });

  test('Tab reads out every shape and then leaves the picture', async () => {
    await mount([box, redaction]);
    stage().focus();
    await userEvent.tab();
    expect(spoken()).toBe('Box, 1 of 2, at 100, 100, 200 by 100');
    await userEvent.tab();
    expect(spoken()).toBe('Blackout, 2 of 2, at 500, 100, 100 by 100');
    await userEvent.tab();
    expect(stage().matches(':focus')).toBe(false);
  });

  test('Escape lets go of the shape first and reaches the dialog only then', async () => {
    await mount([box]);
    let reached = 0;
    host.addEventListener('keydown', (event) => event.key === 'Escape' && reached++);
    stage().focus();
    await userEvent.tab();
    await userEvent.keyboard('{Escape}');
    expect(spoken()).toBe('Nothing selected');
    expect(reached).toBe(0);
    await userEvent.keyboard('{Escape}');
    expect(reached).toBe(1);
  });

  test('the toolbar is one stop; arrow keys, Home and End walk it', async () => {
    await mount();
    const stops = () => host.shadowRoot?.querySelectorAll('.hb-annotate-toolbar [tabindex="0"]').length;
    expect(stops()).toBe(1);
    button('select').focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(button('arrow').matches(':focus')).toBe(true);
    await userEvent.keyboard(' ');
    expect(button('arrow').getAttribute('aria-pressed')).toBe('true');
    await userEvent.keyboard('{End}');
    expect(button('remove').matches(':focus')).toBe(true);
    await userEvent.keyboard('{ArrowRight}');
    expect(button('select').matches(':focus')).toBe(true);
    expect(stops()).toBe(1);
  });

  test('undoing the last step by its button keeps the focus there', async () => {
    await mount();
    stage().focus();
    await userEvent.keyboard('{Enter}');
    button('undo').focus();
    await userEvent.keyboard('{Enter}{Enter}');
    expect(latest.shapes).toEqual([]);
    expect(button('undo').getAttribute('aria-disabled')).toBe('true');
    expect(button('undo').matches(':focus')).toBe(true);
    expect(spoken()).toBe('Nothing to undo');
  });
});

describe('the layout', () => {
  test('shows the whole picture, and again when the room changes', async () => {
    await mount();
    host.style.inset = '0 auto auto 0';
    host.style.inlineSize = '320px';
    host.style.blockSize = '400px';
    await expect.poll(() => svg().getBoundingClientRect().width).toBeLessThan(320);
    const { width, height } = svg().getBoundingClientRect();
    expect(width / height).toBeCloseTo(2);
    const toolbar = find('.hb-annotate-toolbar');
    expect(toolbar.scrollWidth).toBeLessThanOrEqual(toolbar.clientWidth);
  });

  test('another document starts afresh, with nothing to undo', async () => {
    await mount([box]);
    stage().focus();
    await userEvent.keyboard('{Enter}');
    if (host.shadowRoot)
      render(
        <AnnotationEditor
          image={document.createElement('canvas')}
          document={emptyDocument(SIZE)}
          onChange={() => {}}
          strings={en}
        />,
        host.shadowRoot,
      );
    await expect.poll(() => host.shadowRoot?.querySelectorAll('.hb-annotate-shape').length).toBe(0);
    expect(button('undo').getAttribute('aria-disabled')).toBe('true');
  });
});

/** A shape that counts how often its size is asked for, which drawing it does. */
function counted(shape: Extract<Shape, { kind: 'redaction' }>): Shape {
  return {
    ...shape,
    get width() {
      drawings.set(shape.id, (drawings.get(shape.id) ?? 0) + 1);
      return shape.width;
    },
  };
}

const center = (shape: Extract<Shape, { width: number }>) => {
  const zoom = svg().getBoundingClientRect().width / SIZE.width;
  return { x: (shape.x + shape.width / 2) * zoom, y: (shape.y + shape.height / 2) * zoom };
};

/** Within what the mouse can aim at: one CSS pixel and rounding. */
function expectNear(shape: Shape | undefined, expected: Record<string, number>) {
  for (const [name, value] of Object.entries(expected))
    expect(
      Math.abs(Number(Object.entries(shape ?? {}).find(([key]) => key === name)?.[1]) - value),
    ).toBeLessThan(2);
}
