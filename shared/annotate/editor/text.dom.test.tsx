import { beforeAll, describe, expect, test } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import type { Shape } from '../model/document.ts';
import {
  button,
  click,
  expectNear,
  field,
  find,
  findAll,
  latestShapes,
  mount,
  opened,
  press,
  spoken,
  stage,
  theHost,
} from './mounted.tsx';

// Fetched already, so that the field is there with the next frame.
beforeAll(() => import('./view/text-field.tsx'));

const words: Extract<Shape, { kind: 'text' }> = {
  kind: 'text',
  id: 'words',
  x: 100,
  y: 100,
  width: 120,
  height: 29,
  text: 'Look here',
  colour: 'blue',
  size: 22,
  wraps: false,
};
const texts = () => latestShapes().map((shape) => (shape.kind === 'text' ? shape.text : shape.kind));

describe('a text', () => {
  test('is typed where the picture was clicked, in its own size, and told', async () => {
    await mount([], { tool: 'text', scale: 2 });
    await click(100, 50);
    await opened();
    expect(getComputedStyle(field()).fontSize).toBe('44px');
    await userEvent.keyboard('Look{Enter}');
    expect(latestShapes()).toMatchObject([{ kind: 'text', text: 'Look', size: 44, wraps: false }]);
    expectNear(latestShapes()[0], { x: 100, y: 50 });
    await expect.poll(spoken).toMatch(/^Text “Look” added at 100, 50, /);
    expect(findAll('textarea')).toEqual([]);
    expect(stage().matches(':focus')).toBe(true);
  });

  test('grows with what is typed, and Shift and Enter begin a line', async () => {
    await mount([], { tool: 'text' });
    await click(100, 50);
    const { width, height } = (await opened()).getBoundingClientRect();
    await userEvent.keyboard('Two{Shift>}{Enter}{/Shift}lines of it');
    expect(field().getBoundingClientRect().width).toBeGreaterThan(width * 2);
    expect(field().getBoundingClientRect().height).toBeCloseTo(height * 2, -1);
    await press('{Escape}');
    expect(texts()).toEqual(['Two\nlines of it']);
  });

  test('takes Chinese from an input method, whose Enter ends the word and not the text', async () => {
    await mount([], { tool: 'text' });
    await click(100, 50);
    await cdp().send('Input.imeSetComposition', { text: 'hui', selectionStart: 3, selectionEnd: 3 });
    (await opened()).dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }),
    );
    expect(findAll('textarea')).toHaveLength(1);
    await cdp().send('Input.insertText', { text: '会议室' });
    await expect.poll(() => field().value).toBe('会议室');
    await press('{Enter}');
    expect(texts()).toEqual(['会议室']);
  });

  test('left empty vanishes, and there is nothing to undo', async () => {
    await mount([], { tool: 'text' });
    await click(100, 50);
    await press('{Escape}');
    expect(latestShapes()).toEqual([]);
    expect(findAll('textarea')).toEqual([]);
    expect(button('undo').getAttribute('aria-disabled')).toBe('true');
  });

  test('is ended by a press outside, which begins nothing else', async () => {
    await mount([], { tool: 'text' });
    await click(100, 50);
    await userEvent.keyboard('Kept');
    await click(400, 300);
    expect(texts()).toEqual(['Kept']);
    expect(findAll('textarea')).toEqual([]);
  });

  test('is kept when a tool is chosen, and takes a colour while it is typed', async () => {
    await mount([], { tool: 'text' });
    await click(100, 50);
    await userEvent.keyboard('Kept');
    await userEvent.click(button('green'));
    await opened();
    await userEvent.click(button('arrow'));
    expect(latestShapes()).toMatchObject([{ text: 'Kept', colour: 'green' }]);
  });

  test('keeps the keys of the page and of a dialog around it still', async () => {
    await mount([], { tool: 'text' });
    const heard: string[] = [];
    theHost().addEventListener('keydown', ({ key }) => heard.push(key));
    await click(100, 50);
    await press('vb{Escape}');
    expect(heard).toEqual([]);
    expect(texts()).toEqual(['vb']);
    expect(button('text').getAttribute('aria-pressed')).toBe('true');
  });
});

describe('a text that is there', () => {
  test.each([
    ['a second click', () => click(150, 112)],
    ['Enter', () => press('{Enter}')],
    ['F2', () => press('{F2}')],
  ])('is edited again by %s', async (_, open) => {
    await mount([words], { tool: 'select' });
    await click(150, 112);
    await expect.poll(spoken).toMatch(/^Text “Look here”, 1 of 1/);
    await open();
    expect((await opened()).value).toBe('Look here');
    expect(findAll('.hb-annotate-shape')).toEqual([]);
    await userEvent.keyboard(' now{Enter}');
    expect(texts()).toEqual(['Look here now']);
    await press('{Control>}z{/Control}');
    expect(latestShapes()).toEqual([words]);
  });

  test('emptied is deleted, and told', async () => {
    await mount([words], { tool: 'text' });
    await click(150, 112);
    await userEvent.clear(await opened());
    await press('{Escape}');
    expect(latestShapes()).toEqual([]);
    await expect.poll(spoken).toBe('Text “Look here” deleted');
  });

  test('wraps once its side was pulled', async () => {
    await mount([{ ...words, text: 'Look here and there' }], { tool: 'select' });
    await click(150, 112);
    await press('{Alt>}{Shift>}{ArrowLeft}{ArrowLeft}{ArrowLeft}{/Shift}{/Alt}');
    expect(latestShapes()).toMatchObject([{ wraps: true }]);
    expect(findAll('.hb-annotate-shape text').length).toBeGreaterThan(1);
  });
});

test('by keyboard a text opens in the middle of what is seen', async () => {
  await mount();
  stage().focus();
  await press('t{Enter}');
  await opened();
  await userEvent.keyboard('Here{Enter}');
  expectNear(latestShapes()[0], { x: 400, y: 200 });
});

test('the room that an on-screen keyboard leaves is all the editor takes', async () => {
  await mount([], { tool: 'text', window: [360, 640] });
  const viewport = visualViewport;
  if (!viewport) throw new Error('no visual viewport');
  await click(400, 350);
  Object.defineProperty(viewport, 'height', { value: 320, configurable: true });
  viewport.dispatchEvent(new Event('resize'));
  await expect.poll(() => Math.round(find('.hb-annotate-toolbar').getBoundingClientRect().bottom)).toBe(320);
  await expect.poll(() => field().getBoundingClientRect().bottom).toBeLessThan(320 - 32);
  expect(field().getBoundingClientRect().top).toBeGreaterThanOrEqual(0);
  Reflect.deleteProperty(viewport, 'height');
  await press('{Escape}');
  await expect.poll(() => Math.round(find('.hb-annotate-toolbar').getBoundingClientRect().bottom)).toBe(640);
});
