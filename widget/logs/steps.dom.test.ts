import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Options } from '../public.ts';
import { type LogKeeper, startLogs } from './main.ts';

const host = document.createElement('hearback-widget');
let end: AbortController;
let logs: LogKeeper;

function start(html: string, options: Partial<Options> = {}) {
  document.body.innerHTML = html;
  document.body.append(host);
  const given = { project: 'pk_steps', api: 'https://api.test', ...options };
  logs = startLogs({ options: given, host, signal: end.signal, report: vi.fn() });
}
const of = (kind: string) =>
  logs
    .logsSoFar()
    .steps?.filter((step) => step.kind === kind)
    .map(({ text }) => text);
const click = async (selector: string) => {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`nothing is ${selector}`);
  // At its edge: what is within it is not what is clicked.
  await userEvent.click(element, { position: { x: 3, y: 3 } });
};
const address = location.href;

beforeEach(() => {
  end = new AbortController();
});
afterEach(() => {
  end.abort();
  history.replaceState(null, '', address);
  document.body.replaceChildren();
});

test.each([
  ['<button id="x"> Save  <b>draft</b> </button>', 'button “Save draft”'],
  ['<a id="x" href="#a">Orders</a>', 'link “Orders”'],
  ['<button id="x" aria-label="Close"><svg width="20" height="20"></svg></button>', 'button “Close”'],
  ['<button id="x"><img alt="Cart" width="20" height="20"></button>', 'button “Cart”'],
  ['<h2 id="h">Plan</h2><div id="x" role="tab" aria-labelledby="h">…</div>', 'tab “Plan”'],
  ['<input id="x" type="submit" value="Pay">', 'button “Pay”'],
  ['<label>Newsletter <input id="x" type="checkbox"></label>', 'checkbox “Newsletter”'],
  ['<label>E-mail <input id="x" value="typed@here.test"></label>', 'field “E-mail”'],
  ['<div id="x" tabindex="0" title="Row">typed</div>', 'div “typed”'],
  [`<button id="x">${'long '.repeat(40)}</button>`, `button “${'long '.repeat(40).slice(0, 79)}…”`],
])('a click on %s is told by kind and name', async (html, words) => {
  start(html);
  await click('#x');
  expect(of('click')).toEqual([words]);
});

test.each([
  ['what is chosen', '<select id="x"><option>Divorced</option></select>', ['select']],
  ['one of several answers', '<label>Divorced <input id="x" type="radio"></label>', ['radio']],
  ['an answer of a list', '<ul><li id="x" role="option">Divorced</li></ul>', ['option']],
  ['what is typed in rich text', '<div id="x" contenteditable>Divorced</div>', ['div']],
  [
    'what is typed within a control',
    '<button id="x">Say <span contenteditable>Divorced</span></button>',
    ['button “Say”'],
  ],
  ['a text area', '<textarea id="x" aria-label="Story">Divorced</textarea>', ['textarea']],
  ['private parts', '<div data-private><button id="x">Divorced</button></div>', []],
  ['private parts within', '<button id="x">Of <i data-private>Divorced</i></button>', ['button “Of”']],
  [
    'private labels',
    '<p data-private><i id="l">Divorced</i></p><button id="x" aria-labelledby="l">Yes</button>',
    ['button “Yes”'],
  ],
  ['passwords', '<input id="x" type="password" aria-label="Divorced">', []],
  ['what the host masks', '<div class="secret"><button id="x">Divorced</button></div>', []],
  ['plain text', '<p id="x">Divorced</p>', []],
])('of %s no word is told', async (_, html, told) => {
  start(html, { mask: '.secret' });
  await click('#x');
  expect(of('click')).toEqual(told);
});

test('where all text is covered in screenshots, no name is told', async () => {
  start('<button id="x">Ada Lovelace</button>', { maskAll: 'text' });
  await click('#x');
  expect(of('click')).toEqual(['button']);
});

test('clicks in shadow roots are told as well, those in the widget and those by script are not', async () => {
  start('<div id="s"></div><button id="x">By script</button>');
  const inner = document.querySelector('#s')?.attachShadow({ mode: 'open' });
  if (inner) inner.innerHTML = '<button>Inside</button>';
  host.innerHTML = '<button id="own">Feedback</button>';
  const button = inner?.querySelector('button');
  if (button) await userEvent.click(button);
  await click('#own');
  document.querySelector<HTMLElement>('#x')?.click();
  expect(of('click')).toEqual(['button “Inside”']);
});

test('a page that stops its clicks is told of all the same', async () => {
  start('<button id="x">Stop</button>');
  document.querySelector('#x')?.addEventListener('click', (event) => event.stopImmediatePropagation());
  await click('#x');
  expect(of('click')).toEqual(['button “Stop”']);
});

test('routes are told as they change, without their queries, and history is as it was', async () => {
  const { pushState, replaceState } = history;
  history.replaceState(null, '', '/start?from=mail');
  start('');
  history.pushState(null, '', '/orders/ada@example.com?token=abc');
  await vi.waitFor(() => expect(of('route')).toEqual(['/start', '/orders/[email]']));
  history.pushState(null, '', '/orders/ada@example.com?page=2');
  history.pushState(null, '', '/app#/settings?tab=1');
  expect(of('route')).toEqual(['/start', '/orders/[email]', '/app#/settings']);
  expect([history.pushState, history.replaceState]).toEqual([pushState, replaceState]);
});

test('without the Navigation API, a change is seen at the next look', () => {
  Object.defineProperty(window, 'navigation', { value: undefined, configurable: true });
  history.replaceState(null, '', '/start');
  start('');
  history.pushState(null, '', '/next');
  expect(of('route')).toEqual(['/start', '/next']);
  Reflect.deleteProperty(window, 'navigation');
});

test('notes of the host stand among the steps; the last twenty are kept', () => {
  start('');
  for (let n = 1; n <= 30; n += 1) logs.note(`step ${n}, token=abc`);
  expect(of('note')).toHaveLength(20);
  expect(of('note')?.[19]).toBe('step 30, token=[secret]');
  end.abort();
});
