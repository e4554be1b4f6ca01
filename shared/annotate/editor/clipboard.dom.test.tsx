import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { box, button, click, latestShapes, mount, press, redaction, spoken, stage } from './mounted.tsx';

const TYPE = 'application/x-hearback-marks';

/** A clipboard event as the browser sends it where nothing is selected: to the body. */
function clipboard(type: 'copy' | 'cut' | 'paste', data = new DataTransfer()) {
  const event = new ClipboardEvent(type, { clipboardData: data, bubbles: true, cancelable: true });
  document.body.dispatchEvent(event);
  return { data, taken: event.defaultPrevented };
}

test('marks are copied, cut and pasted by the browser’s own keys', async () => {
  await mount([box, redaction], { tool: 'select' });
  await click(200, 101);
  await userEvent.copy();
  await expect.poll(spoken).toBe('Box copied');
  await userEvent.paste();
  await expect.poll(latestShapes).toHaveLength(3);
  expect(latestShapes()[2]).toEqual({ ...box, id: 's3', x: 116, y: 116 });
  await expect.poll(spoken).toMatch(/^Box added at 116, 116/);
  await userEvent.cut();
  await expect.poll(latestShapes).toHaveLength(2);
  expect(stage().matches(':focus')).toBe(true);
});

test('pasting again lies beside what was pasted before', async () => {
  await mount([box], { tool: 'select' });
  await click(200, 101);
  const { data } = clipboard('copy');
  clipboard('paste', data);
  clipboard('paste', data);
  await expect.poll(latestShapes).toMatchObject([{ x: 100 }, { x: 116 }, { x: 132 }]);
});

test('what another page calls marks is read strictly', async () => {
  await mount([box]);
  stage().focus();
  const data = new DataTransfer();
  data.setData(TYPE, '[{"kind":"box","id":"x","x":"1"}]');
  clipboard('paste', data);
  await expect.poll(spoken).toBe('No marks to paste');
  expect(latestShapes()).toEqual([box]);
});

test('a browser that gives no clipboard still copies within the editor', async () => {
  await mount([box], { tool: 'select' });
  await click(200, 101);
  document.body.dispatchEvent(new ClipboardEvent('copy', { bubbles: true, cancelable: true }));
  document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true }));
  await expect.poll(latestShapes).toHaveLength(2);
});

test('a picture on the clipboard is left to whoever takes pictures', async () => {
  await mount([box]);
  stage().focus();
  const data = new DataTransfer();
  data.items.add(new File(['x'], 'x.png', { type: 'image/png' }));
  expect(clipboard('paste', data).taken).toBe(false);
});

test('nothing is taken while the focus is elsewhere', async () => {
  await mount([box], { tool: 'select' });
  await click(200, 101);
  const other = document.createElement('input');
  document.body.append(other);
  other.focus();
  expect(clipboard('copy').taken).toBe(false);
  other.remove();
});

test('and none while a text is typed', async () => {
  await mount([box], { tool: 'text' });
  stage().focus();
  await press('{Enter}');
  expect(clipboard('copy').taken).toBe(false);
  expect(button('text').getAttribute('aria-pressed')).toBe('true');
});

test('a page that patches how lists become JSON does not keep marks from being pasted', async () => {
  await mount([box], { tool: 'select' });
  await click(200, 101);
  Object.defineProperty(Array.prototype, 'toJSON', { value: () => 'patched', configurable: true });
  try {
    const { data } = clipboard('copy');
    clipboard('paste', data);
  } finally {
    Reflect.deleteProperty(Array.prototype, 'toJSON');
  }
  await expect.poll(latestShapes).toHaveLength(2);
});
