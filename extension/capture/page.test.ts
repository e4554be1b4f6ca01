import { expect, test } from 'vitest';
import { pageState } from './page.ts';

const own = 'chrome-extension://abc/';
const tab = (url?: string) => ({ id: 3, windowId: 1, url, title: 'A page' });

test('a web page can be taken', () => {
  expect(pageState(tab('https://rival.com/x'), own)).toEqual({
    kind: 'ready',
    tabId: 3,
    windowId: 1,
    url: 'https://rival.com/x',
    title: 'A page',
    closed: false,
  });
});

test('a page whose address the browser withholds needs a click on the icon first', () => {
  expect(pageState(tab(), own).kind).toBe('not-granted');
  expect(pageState(undefined, own).kind).toBe('not-granted');
});

test.each(['chrome://settings', 'about:blank', 'file:///etc/hosts', 'view-source:https://a.com'])(
  '%s is no web page',
  (url) => {
    expect(pageState(tab(url), own).kind).toBe('not-a-web-page');
  },
);

test('the editor is told apart from pages that cannot be captured', () => {
  expect(pageState(tab(`${own}editor.html#1`), own).kind).toBe('own-page');
});
