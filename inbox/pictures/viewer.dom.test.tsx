import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Backend } from '../../shared/backend/backend.ts';
import { stage } from '../support/stage.tsx';
import type { Picture } from './thumbnail.tsx';
import { PictureViewer } from './viewer.tsx';

let shown: ReturnType<typeof stage>;
let asked: string[];
const links: Record<string, string> = {};

/** A picture of one colour, so that what is seen can be told from its pixels. */
function painted(colour: string): string {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: 40, height: 30 });
  const context = canvas.getContext('2d');
  if (context) context.fillStyle = colour;
  context?.fillRect(0, 0, 40, 30);
  return canvas.toDataURL();
}
const storage: Partial<Backend['storage']> = {
  signedUrl: async (_, path) => {
    asked.push(path);
    return { kind: 'ok', body: links[path] ?? 'data:image/png;base64,AAAA' };
  },
};
const text = {
  ...{ id: 'a', kind: 'text', x: 1, y: 1, width: 20, height: 10, size: 8, colour: 'red', wraps: false },
};
const marked: Picture = {
  id: 'p',
  path: 'p.png',
  width: 40,
  height: 30,
  clean_path: 'p.clean.png',
  annotation: {
    version: 1,
    width: 40,
    height: 30,
    crop: null,
    shapes: [{ ...text, text: 'the button is cut off' }],
  },
};
const plain: Picture = { id: 'q', path: 'q.png', width: 40, height: 30, clean_path: null };
const open = (...pictures: Picture[]) => {
  shown = stage(
    <PictureViewer
      bucket="attachments"
      pictures={pictures}
      start={pictures[0]?.id ?? ''}
      onClose={() => {}}
    />,
    () => Response.json([]),
    'viewer',
    storage,
  );
};
const marks = page.getByRole('button', { name: 'Marks' });
const withMarks = page.getByRole('img', { name: 'Picture with the words “the button is cut off”' });
const without = page.getByRole('img', { name: 'Picture without its marks' });

beforeEach(() => {
  localStorage.setItem('hearback:inbox:locale', 'en');
  sessionStorage.clear();
  asked = [];
  Object.assign(links, {
    'p.png': painted('red'),
    'p.clean.png': painted('white'),
    'q.png': painted('blue'),
  });
});
afterEach(() => shown.leave());

test('marks are shown at first, told in words, and hidden and shown again by button and by key', async () => {
  open(marked);
  await expect.element(withMarks).toBeVisible();
  await expect.element(marks).toHaveAttribute('aria-pressed', 'true');
  await expect
    .element(page.getByRole('list', { name: 'On the picture' }))
    .toHaveTextContent('Text “the button is cut off”');
  await marks.click();
  await expect.element(without).toBeVisible();
  await expect.element(withMarks).not.toBeInTheDocument();
  await expect.element(page.getByText('Marks are hidden.')).toBeInTheDocument();
  await expect.element(marks).toHaveAttribute('aria-pressed', 'false');
  await userEvent.keyboard('m');
  await expect.element(withMarks).toBeVisible();
  await expect.element(without).not.toBeInTheDocument();
  await expect.element(page.getByText('Marks are shown.')).toBeInTheDocument();
});

test('the image without marks is fetched when it is first wanted, once, and both stay in place', async () => {
  open(marked);
  await expect.element(withMarks).toBeVisible();
  expect(asked.filter((path) => path.includes('clean'))).toEqual([]);
  await marks.click();
  await expect.element(without).toBeVisible();
  const images = [...shown.box.querySelectorAll('img')];
  const place = images.map((image) => JSON.stringify(image.getBoundingClientRect()));
  expect(new Set(place).size).toBe(1);
  const before = asked.length;
  await userEvent.keyboard('mm');
  await expect.element(without).toBeVisible();
  expect([...shown.box.querySelectorAll('img')]).toEqual(images);
  expect(asked.length).toBe(before);
});

test('hidden marks stay hidden in the next picture and the next time, until the session ends', async () => {
  open({ ...marked, id: 'first' }, marked);
  await marks.click();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(without).toBeVisible();
  shown.leave();
  open(marked);
  await expect.element(without).toBeVisible();
  await expect.element(marks).toHaveAttribute('aria-pressed', 'false');
  expect(localStorage.getItem('hearback:inbox:marks')).toBeNull();
});

test('a picture without marks to hide has no switch, and its key does nothing', async () => {
  open(plain);
  await expect.element(page.getByRole('img', { name: 'Picture' })).toBeVisible();
  await userEvent.keyboard('m');
  await expect.element(marks).not.toBeInTheDocument();
  await expect.element(page.getByRole('list', { name: 'On the picture' })).not.toBeInTheDocument();
  expect(sessionStorage.length).toBe(0);
});

test('where the image without marks cannot be loaded the picture stays, and it can be tried again', async () => {
  delete links['p.clean.png'];
  open(marked);
  await marks.click();
  await expect.element(page.getByText('The picture could not be loaded.')).toBeVisible();
  await expect.element(withMarks).toBeVisible();
  links['p.clean.png'] = painted('white');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(without).toBeVisible();
});

test('data of unknown make is not shown', async () => {
  open({ ...marked, annotation: { version: 1, width: 40, height: 30, shapes: [{ id: 'a', kind: 'x' }] } });
  await vi.waitFor(() => expect(shown.box.querySelector('img')?.alt).toBe('Picture'));
  await expect.element(page.getByRole('list')).not.toBeInTheDocument();
});
