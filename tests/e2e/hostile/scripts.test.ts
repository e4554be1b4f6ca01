// Capture and annotate on pages whose scripts have changed what every script stands on, before the widget came.
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../../support/browsers.ts';
import { visit } from '../widget/visit.ts';
import { pageWith } from './pages.ts';
import { draw, expectMarks, send, takePage, use, write } from './report.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

test.each([
  [
    'what old libraries did to prototypes: additions, a toJSON on everything, other meanings of standard methods',
    `Array.prototype.last = function () { return this[this.length - 1] };
     Object.prototype.inspect = function () { return 'inspected' };
     Function.prototype.defer = function () {};
     String.prototype.blank = function () { return false }; Element.prototype.addClassName = function () {};
     Array.prototype.toJSON = function () { return '[' + this.join(',') + ']' };
     String.prototype.toJSON = function () { return '"' + this + '"' };
     Array.prototype.reduce = function () { return this.length > 1 ? this : this[0] };
     Array.prototype.flatten = Array.prototype.flat; document.getElementsByClassName = (name) => [];
     Element.prototype.remove = function () { this.parentNode.removeChild(this); return this };`,
  ],
  [
    'a Promise, a fetch, timers and a serializer of its own, and wrapped ways to make elements and to listen',
    `const Native = Promise;
     class Own extends Native { then(a, b) { return super.then(a, b) } }
     window.Promise = Own;
     const fetched = fetch; window.fetch = function (...given) { return Own.resolve().then(() => fetched.apply(this, given)) };
     const frame = requestAnimationFrame; window.requestAnimationFrame = (work) => frame((time) => setTimeout(() => work(time), 5));
     const timer = setTimeout; window.setTimeout = (work, ms, ...rest) => timer(() => work(...rest), ms);
     const create = document.createElement; document.createElement = function (name, options) {
       const element = create.call(document, name, options); element.setAttribute('data-made', ''); return element };
     const listen = EventTarget.prototype.addEventListener; EventTarget.prototype.addEventListener = function (type, work, how) {
       return listen.call(this, type, work, how) };
     const stringify = JSON.stringify; JSON.stringify = (value, ...rest) => stringify(value, ...rest);
     window.URLSearchParams = undefined; window.name = 'patched'; window.self2 = 1; window.event = 1;
     window.requestIdleCallback = undefined; window.structuredClone = undefined;`,
  ],
  [
    'nothing of what browsers keep from pages without https',
    `delete Crypto.prototype.randomUUID; delete Crypto.prototype.subtle; delete Navigator.prototype.locks;
     delete Navigator.prototype.mediaDevices; delete Navigator.prototype.clipboard; delete window.caches;`,
  ],
])('with %s, a picture is taken, drawn on and sent', async (_, script) => {
  const { context, page, widget, errors } = await visit(browser, {
    html: { body: pageWith(`<script>${script}</script>`) },
  });
  await write(widget, 'Says "this", and that.');
  await takePage(widget);
  await draw(page, widget, 'Box', { x: 300, y: 400, width: 200, height: 100 });
  await use(widget);
  const { pictures, conversation } = await send(browser, page, widget);
  expectMarks(pictures[0], ['green', 'blue', 'secret', 'ground']);
  expect(pictures[0]?.has([229, 50, 45], { x: 294, y: 394, width: 212, height: 12 })).toBe(true);
  expect(conversation.messages).toMatchObject([{ body: 'Says "this", and that.' }]);
  expect(conversation.attachments[0]?.annotation?.shapes).toMatchObject([{ kind: 'box', x: 300, y: 400 }]);
  expect(errors).toEqual([]);
  await context.close();
});
