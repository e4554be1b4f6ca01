import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { holdFocus } from './hold-focus.ts';

let end: AbortController;
let shadow: ShadowRoot;
const find = (selector: string): HTMLElement => {
  const found = shadow.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};
/** Until everything that waits for a frame has had it. */
const frames = async (count = 3) => {
  for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame);
};

beforeEach(() => {
  end = new AbortController();
  const host = document.body.appendChild(document.createElement('div'));
  shadow = host.attachShadow({ mode: 'open' });
  shadow.innerHTML = `<div class="panel"><h2 tabindex="-1">Title</h2>
    <div class="part"><button id="first">One</button></div><button id="second">Two</button></div>`;
  holdFocus({ shadow, signal: end.signal });
});
afterEach(() => {
  end.abort();
  document.body.replaceChildren();
});

test.each<[string, () => void]>([
  ['is removed', () => find('#first').remove()],
  ['goes with what it is in', () => find('.part').remove()],
  ['is hidden', () => find('.part').toggleAttribute('hidden', true)],
])('the title gets the focus when what had it %s', async (_, change) => {
  find('#first').focus();
  change();
  await vi.waitFor(() => expect(shadow.activeElement).toBe(find('h2')));
});

test('a view that takes the focus further by itself is left alone', async () => {
  find('#first').focus();
  const seen = vi.spyOn(find('h2'), 'focus');
  find('#first').remove();
  find('#second').focus();
  await frames();
  expect(shadow.activeElement).toBe(find('#second'));
  expect(seen).not.toHaveBeenCalled();
});

test('who went to the page himself stays there, whatever changes in the panel', async () => {
  find('#first').focus();
  find('#first').blur();
  await frames();
  find('#first').remove();
  await frames();
  expect(document.activeElement).toBe(document.body);
});

test('a panel that is closed does not take the focus', async () => {
  find('#first').focus();
  find('.panel').toggleAttribute('hidden', true);
  await frames();
  expect(document.activeElement).toBe(document.body);
});
