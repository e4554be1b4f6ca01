import { afterEach, expect, test } from 'vitest';
import { followKeyboard } from './keyboard.ts';

/** What a phone tells of the part of the page that is seen. */
class Seen extends EventTarget {
  height = innerHeight;
  offsetTop = 0;
  scale = 1;
  change(to: Partial<Pick<Seen, 'height' | 'offsetTop' | 'scale'>>) {
    Object.assign(this, to);
    this.dispatchEvent(new Event('resize'));
  }
}

const end = new AbortController();
afterEach(() => {
  document.body.replaceChildren();
});

function stand() {
  const host = document.createElement('div');
  const shadow = host.attachShadow({ mode: 'open' });
  const panel = document.createElement('div');
  panel.className = 'panel';
  panel.style.cssText = 'position:fixed;inset:0;display:flex';
  shadow.append(panel);
  document.body.append(host);
  const seen = new Seen();
  followKeyboard(shadow, end.signal, seen);
  return { panel, seen };
}

test('while a keyboard is up the panel takes what it leaves of the screen', () => {
  const { panel, seen } = stand();
  seen.change({ height: 300, offsetTop: 40 });
  panel.style.cssText = panel.style.cssText.replace('inset: 0px;', '');
  const { top, height } = panel.getBoundingClientRect();
  expect([top, height]).toEqual([40, 300]);
  seen.change({ height: innerHeight, offsetTop: 0 });
  expect(panel.hasAttribute('data-keyboard')).toBe(false);
});

test('neither a bar that comes nor fingers that zoom in are a keyboard', () => {
  const { panel, seen } = stand();
  seen.change({ height: innerHeight - 80 });
  expect(panel.hasAttribute('data-keyboard')).toBe(false);
  seen.change({ height: innerHeight / 2, scale: 2 });
  expect(panel.hasAttribute('data-keyboard')).toBe(false);
});
