import { beforeEach, expect, test } from 'vitest';
import type { Rect } from '../types.ts';
import { contains } from './geometry.ts';
import { measureMasks } from './measure.ts';
import { privacyTest } from './select.ts';
import { measureText } from './text.ts';

// What is measured here is painted over a picture of the screen: nothing but the boxes hides what is private there.

beforeEach(() => {
  document.body.innerHTML = '';
  document.body.style.cssText = 'margin:0;font:16px/20px sans-serif';
});

const masksOf = (selectors: string[] = [], fields = false) =>
  measureMasks(document, privacyTest(selectors, fields));

test('text of an element that has no box of its own is covered', () => {
  document.body.innerHTML = '<span data-private style="display:contents">secret</span>';
  const text = textBox(document.body);
  expect(text.width).toBeGreaterThan(20);
  expectCovered(masksOf(), text);
  expectCovered(measureText(document), text);
});

test.each([
  ['a line', '<span style="overflow:hidden"><input type="password" style="height:80px"></span>'],
  [
    'a box with a margin for what it clips',
    '<div style="width:50px;height:50px;overflow:clip;overflow-clip-margin:200px"><input type="password" style="width:150px"></div>',
  ],
  [
    'a row of a table',
    '<table><tr style="overflow:hidden;position:relative"><td><input type="password" style="position:absolute;left:200px;top:100px"></table>',
  ],
])('what %s does not clip in truth is covered whole', (_, html) => {
  document.body.innerHTML = html;
  expectCovered(masksOf(), only('input').getBoundingClientRect());
});

test('a dialog above the page is not clipped by what it lies in', () => {
  document.body.innerHTML = `<div style="position:relative;overflow:hidden;width:10px;height:10px">
    <dialog style="position:absolute;left:200px;top:200px;margin:0"><p data-private>secret</p></dialog></div>`;
  only<HTMLDialogElement>('dialog').showModal();
  expectCovered(masksOf(), only('p').getBoundingClientRect());
});

test.each([
  ['scaled', 'transform:scale(.5);transform-origin:0 0', { x: 5, y: 50, width: 50, height: 20 }],
  ['zoomed', 'zoom:2', { x: 20, y: 200, width: 200, height: 80 }],
  ['padded', 'padding:30px 40px', { x: 50, y: 130, width: 100, height: 40 }],
  ['turned', 'transform:rotate(90deg)', { x: 0, y: 0, width: 200, height: 300 }],
])('a field in a frame that is %s is covered where it is seen', async (_, style, seen) => {
  await frame(
    `width:300px;height:200px;border:0;position:absolute;left:0;top:0;${style}`,
    '<p data-private style="position:absolute;left:10px;top:100px;width:100px;height:40px;margin:0">',
  );
  const target = style.includes('rotate') ? only('iframe').getBoundingClientRect() : seen;
  expectCovered(masksOf(), target);
  expect(masksOf()).toHaveLength(1);
});

test('the shadow of a text is covered as the text is', () => {
  document.body.innerHTML =
    '<p data-private style="display:inline-block;margin:0;text-shadow:0 0 1px red,300px 100px 2px red">secret</p>';
  const { x, y, width, height } = textBox(only('p'));
  const shadow = { x: x + 298, y: y + 98, width: width + 4, height: height + 4 };
  expectCovered(masksOf(), shadow);
  expectCovered(measureText(document), shadow);
});

test.each([
  'name="user_password"',
  'id="LoginPassword"',
  'name="pwd2"',
  'style="-webkit-text-security:disc"',
])('a field that shows a password in clear is private: <input type=text %s>', (attributes) => {
  document.body.innerHTML = `<input type="text" ${attributes}>`;
  expectCovered(masksOf(), only('input').getBoundingClientRect());
});

test('a box to be ticked is no password, whatever its name', () => {
  document.body.innerHTML = '<input type="checkbox" id="show-password"><input name="city">';
  expect(masksOf()).toEqual([]);
});

test.each(['[data-x="foo', ':is(.x', '.x /*', '.x\\'])(
  'a selector that is left open, as %s is, does not take the others down',
  (open) => {
    document.body.innerHTML = '<p class="salary">100,000</p>';
    expectCovered(masksOf([open, '.salary']), only('p').getBoundingClientRect());
  },
);

test.each(['combobox', 'searchbox', 'spinbutton'])('a %s made by hand is a field', (role) => {
  document.body.innerHTML = `<div role="${role}">Ada</div>`;
  expectCovered(masksOf([], true), only('div').getBoundingClientRect());
});

test('a document in which all can be written is a field', async () => {
  const inner = await frame('width:300px;height:200px;border:0', '<p>secret');
  inner.designMode = 'on';
  expectCovered(masksOf([], true), textBox(inner.body));
});

test.each([
  ['of a button', '<input type="submit" value="Pay Ada">'],
  ['in place of a missing picture', '<img alt="Ada" src="data:image/png;base64,AAAA">'],
  ['that a style sheet wrote', '<style>b::after{content:attr(title)}</style><b title="Ada"></b>'],
])('words %s are text', async (_, html) => {
  document.body.innerHTML = html;
  const image = document.querySelector('img');
  if (image) await image.decode().catch(() => {});
  expectCovered(measureText(document, true), only('input, img, b').getBoundingClientRect());
});

test('an icon is no text', () => {
  document.body.innerHTML = `<style>b::before{content:'\\f101'}</style><b></b>`;
  expect(measureText(document, true)).toEqual([]);
});

function only<E extends Element = HTMLElement>(selector: string): E {
  const element = document.querySelector<E>(selector);
  if (!element) throw new Error(`no ${selector}`);
  return element;
}

function textBox(element: Element): Rect {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect();
}

async function frame(style: string, html: string): Promise<Document> {
  document.body.innerHTML = `<iframe style="${style}"></iframe>`;
  const element = only<HTMLIFrameElement>('iframe');
  const loaded = new Promise((resolve) => element.addEventListener('load', resolve, { once: true }));
  element.srcdoc = `<!doctype html><body style="margin:0">${html}`;
  await loaded;
  if (!element.contentDocument) throw new Error('no document in the frame');
  return element.contentDocument;
}

/** Whether one of the boxes covers all of another, a thousandth of a pixel aside. */
function expectCovered(masks: readonly Rect[], { x, y, width, height }: Rect, inset = 0.001): void {
  const target = { x: x + inset, y: y + inset, width: width - 2 * inset, height: height - 2 * inset };
  expect(masks.filter((mask) => contains(mask, target), JSON.stringify(masks))).not.toEqual([]);
}
