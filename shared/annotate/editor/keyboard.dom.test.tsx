import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import {
  box,
  button,
  find,
  findAll,
  latestDocument,
  latestShapes,
  mount,
  press,
  redaction,
  spoken,
  stage,
  theHost,
} from './mounted.tsx';

test('a mark is made, moved, resized, deleted and brought back', async () => {
  await mount();
  stage().focus();
  await press('r{Enter}');
  expect(latestShapes()).toEqual([{ kind: 'redaction', id: 's1', x: 300, y: 150, width: 200, height: 100 }]);
  await press('{ArrowLeft}{Shift>}{ArrowDown}{/Shift}');
  expect(latestShapes()[0]).toMatchObject({ x: 299, y: 160 });
  await expect.poll(spoken).toBe('Blackout moved to 299, 160');
  await press('{Alt>}{ArrowRight}{/Alt}');
  expect(latestShapes()[0]).toMatchObject({ width: 201 });
  await expect.poll(spoken).toBe('Blackout is now 201 by 100');
  await press('{Delete}');
  expect(latestShapes()).toEqual([]);
  await expect.poll(spoken).toBe('Blackout deleted');
  await press('{Control>}z{/Control}');
  expect(latestShapes()).toHaveLength(1);
  await press('{Control>}{Shift>}z{/Shift}{/Control}');
  expect(latestShapes()).toEqual([]);
  expect(stage().matches(':focus')).toBe(true);
});

test.each([
  ['b', 'box'],
  ['o', 'ellipse'],
  ['a', 'arrow'],
  ['l', 'line'],
  ['p', 'pen'],
  ['h', 'highlighter'],
  ['n', 'step'],
  ['r', 'redaction'],
])('%s and Enter make a %s that arrow keys move and resize', async (key, kind) => {
  await mount();
  stage().focus();
  await press(`${key}{Enter}{ArrowRight}`);
  expect(latestShapes()).toMatchObject([{ kind }]);
  const before = latestShapes()[0];
  await press('{Alt>}{Shift>}{ArrowRight}{/Shift}{/Alt}');
  expect(latestShapes()[0]).not.toEqual(before);
  await expect.poll(spoken).toMatch(/ is now \d+ by \d+$/);
});

test('a mark is placed in the middle of what is seen', async () => {
  await mount([], { crop: { x: 0, y: 0, width: 200, height: 200 }, tool: 'step' });
  stage().focus();
  await press('{Enter}');
  expect(latestShapes()).toMatchObject([{ at: { x: 100, y: 100 } }]);
});

test('a crop is made, moved, resized and reset', async () => {
  await mount();
  stage().focus();
  await press('c{Enter}');
  expect(latestDocument().crop).toEqual({ x: 100, y: 50, width: 600, height: 300 });
  await press('{ArrowLeft}{Alt>}{Shift>}{ArrowUp}{/Shift}{/Alt}');
  expect(latestDocument().crop).toEqual({ x: 99, y: 50, width: 600, height: 290 });
  await expect.poll(spoken).toBe('Cropped to 600 by 290 at 99, 50');
  await press('{Delete}');
  expect(latestDocument().crop).toBeNull();
});

describe('the order', () => {
  const shapes = [box, { ...box, id: 'middle' }, { ...box, id: 'top' }];
  const order = () => latestShapes().map(({ id }) => id);

  test('is changed by brackets, and told', async () => {
    await mount(shapes);
    stage().focus();
    await press('{Tab}]');
    expect(order()).toEqual(['middle', 'first', 'top']);
    await expect.poll(spoken).toBe('Box: place 2 of 3 from the bottom');
    await press('{Control>}]{/Control}');
    expect(order()).toEqual(['middle', 'top', 'first']);
    // Doubled, because a bracket has a meaning in these keys.
    await press('[[[[');
    expect(order()).toEqual(['first', 'middle', 'top']);
  });
});

test('all marks are selected, doubled and deleted at once', async () => {
  await mount([box, redaction]);
  stage().focus();
  await press('{Control>}a{/Control}');
  await expect.poll(spoken).toBe('2 marks selected');
  await press('{Control>}d{/Control}');
  expect(latestShapes()).toHaveLength(4);
  await expect.poll(spoken).toMatch(/^2 marks added/);
  await press('{Delete}');
  expect(latestShapes()).toEqual([box, redaction]);
  expect(stage().matches(':focus')).toBe(true);
});

describe('Tab', () => {
  test('reads out every mark and then leaves the picture', async () => {
    await mount([box, redaction]);
    stage().focus();
    await userEvent.tab();
    await expect.poll(spoken).toBe('Box, 1 of 2, at 100, 100, 200 by 100');
    await userEvent.tab();
    await expect.poll(spoken).toBe('Blackout, 2 of 2, at 500, 100, 100 by 100');
    await userEvent.tab();
    expect(stage().matches(':focus')).toBe(false);
  });

  test('leaves at once after Escape, however many marks there are', async () => {
    await mount([box, redaction]);
    stage().focus();
    await userEvent.tab();
    await press('{Escape}');
    await userEvent.tab();
    expect(stage().matches(':focus')).toBe(false);
  });
});

test('Escape lets go of the mark, then of the tool, and then reaches the dialog', async () => {
  await mount([box]);
  let reached = 0;
  theHost().addEventListener('keydown', (event) => event.key === 'Escape' && reached++);
  stage().focus();
  await press('o{Tab}{Escape}');
  await expect.poll(spoken).toBe('Nothing selected');
  await press('{Escape}');
  await expect.poll(spoken).toBe('Tool: Select');
  expect(reached).toBe(0);
  await press('{Escape}');
  expect(reached).toBe(1);
});

test('the page around hears nothing of a key that meant the picture', async () => {
  await mount([box]);
  const heard: string[] = [];
  const hear = (event: KeyboardEvent) => heard.push(`${event.type} ${event.key}`);
  document.addEventListener('keydown', hear);
  document.addEventListener('keyup', hear);
  stage().focus();
  await press('r{Tab}{ArrowLeft}{Delete}{F4}');
  document.removeEventListener('keydown', hear);
  document.removeEventListener('keyup', hear);
  expect(heard).toEqual(['keydown F4', 'keyup F4']);
});

describe('the view', () => {
  const percent = () => button('fit').textContent;

  test('zooms by keys and buttons, and says how far', async () => {
    await mount();
    stage().focus();
    await press('+');
    await expect.poll(percent).toBe('125%');
    await press('1');
    await expect.poll(percent).toBe('100%');
    await userEvent.click(button('zoomOut'));
    await expect.poll(percent).toBe('80%');
    await press('0');
    await expect.poll(percent).toBe('100%');
  });

  test('of a dense picture is actual at the size the page had', async () => {
    await mount([], { scale: 2 });
    await expect.poll(percent).toBe('100%');
    expect(find('.hb-annotate-svg').getBoundingClientRect().width).toBe(400);
  });
});

describe('the toolbar', () => {
  test('is one stop; arrow keys, Home and End walk it', async () => {
    await mount();
    const stops = () => findAll('.hb-annotate-toolbar [tabindex="0"]').length;
    expect(stops()).toBe(1);
    button('select').focus();
    await press('{ArrowRight}{ArrowRight}');
    expect(button('arrow').matches(':focus')).toBe(true);
    await press(' ');
    expect(button('arrow').getAttribute('aria-pressed')).toBe('true');
    expect(button('arrow').matches(':focus')).toBe(true);
    await press('{End}');
    expect(button('help').matches(':focus')).toBe(true);
    await press('{ArrowRight}');
    expect(button('select').matches(':focus')).toBe(true);
    expect(stops()).toBe(1);
  });

  test('keeps the focus on undo when there is nothing left to undo, and says so', async () => {
    await mount();
    stage().focus();
    await press('{Enter}');
    button('undo').focus();
    await press('{Enter}{Enter}');
    expect(latestShapes()).toEqual([]);
    expect(button('undo').getAttribute('aria-disabled')).toBe('true');
    expect(button('undo').matches(':focus')).toBe(true);
    await expect.poll(spoken).toBe('Nothing to undo');
  });

  test('gives every button a name and its key', async () => {
    await mount();
    for (const each of findAll('.hb-annotate-toolbar button')) expect(each.ariaLabel).toBeTruthy();
    expect(button('arrow').title).toBe('Arrow (A)');
    expect(button('undo').getAttribute('aria-keyshortcuts')).toBe('Control+z Meta+z');
  });
});

test('? lists the shortcuts; Escape closes the list and nothing else, and the focus returns', async () => {
  await mount([box]);
  let reached = 0;
  theHost().addEventListener('keydown', (event) => event.key === 'Escape' && reached++);
  stage().focus();
  await press('?');
  await expect.poll(() => findAll('dialog[open]')).toHaveLength(1);
  expect(find('dialog').textContent).toContain('Bring to front');
  await press('r{Escape}');
  await expect.poll(() => findAll('dialog')).toHaveLength(0);
  expect(reached).toBe(0);
  expect(button('box').getAttribute('aria-pressed')).toBe('true');
  expect(stage().matches(':focus')).toBe(true);
});
