import { h, render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { guardPreact } from './guard.ts';

/** Nothing of this may reach the handlers of the page. */
const report = vi.fn();
const pageHears = vi.fn((event: Event) => event.preventDefault());
let element: HTMLElement;
beforeEach(() => {
  guardPreact(report);
  report.mockClear();
  pageHears.mockClear();
  addEventListener('error', pageHears);
  addEventListener('unhandledrejection', pageHears);
  element = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  render(null, element);
  element.remove();
  removeEventListener('error', pageHears);
  removeEventListener('unhandledrejection', pageHears);
});
const problem = new Error('inside');
const fail = () => {
  throw problem;
};
/** Long enough for the browser to tell of a rejected promise: it does so after the task. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 30));

test('an event handler that throws, and one whose promise is rejected', async () => {
  render(
    <>
      <button type="button" onClick={fail} />
      <button type="button" onClick={async () => fail()} />
    </>,
    element,
  );
  for (const button of element.querySelectorAll('button')) button.click();
  await vi.waitFor(() => expect(report).toHaveBeenCalledTimes(2));
  await settled();
  expect(pageHears).not.toHaveBeenCalled();
});

test('a view that throws when it is drawn anew', async () => {
  let change = (_to: boolean) => {};
  function View() {
    const [broken, setBroken] = useState(false);
    change = setBroken;
    if (broken) fail();
    return <p>fine</p>;
  }
  render(<View />, element);
  change(true);
  await vi.waitFor(() => expect(report).toHaveBeenCalledWith(problem));
  await settled();
  expect(pageHears).not.toHaveBeenCalled();
});

test('an effect that throws after the paint', async () => {
  function View() {
    useEffect(fail, []);
    return null;
  }
  render(<View />, element);
  await vi.waitFor(() => expect(report).toHaveBeenCalledWith(problem));
  await settled();
  expect(pageHears).not.toHaveBeenCalled();
});

test('a method of the DOM that the page has broken', async () => {
  let change = (_to: number) => {};
  function View() {
    const [count, setCount] = useState(1);
    change = setCount;
    return Array.from({ length: count }, (_, at) => h('i', { key: at }));
  }
  render(<View />, element);
  const broken = vi.spyOn(Node.prototype, 'insertBefore').mockImplementation(fail);
  change(3);
  await vi.waitFor(() => expect(report).toHaveBeenCalledWith(problem));
  broken.mockRestore();
  await settled();
  expect(pageHears).not.toHaveBeenCalled();
});
