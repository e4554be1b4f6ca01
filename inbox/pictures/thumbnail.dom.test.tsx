import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Backend } from '../../shared/backend/backend.ts';
import { stage } from '../support/stage.tsx';
import { Thumbnail } from './thumbnail.tsx';

let shown: ReturnType<typeof stage>;
const onOpen = vi.fn();
const good = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const expired = 'data:image/png;base64,AAAA';
type Link = Awaited<ReturnType<Backend['storage']['signedUrl']>>;

/** Gives what was given before until it is told to forget it, as the real storage does. */
function files(...links: Link[]) {
  let place = 0;
  return {
    signedUrl: async () => links[place] ?? links[links.length - 1] ?? Promise.reject(new Error('no link')),
    forget: () => void place++,
  };
}
const show = (...links: Link[]) => {
  shown = stage(
    <Thumbnail
      bucket="attachments"
      picture={{ id: 'p', path: 'a/b.png', width: 320, height: 200 }}
      label="Open picture 1"
      onOpen={onOpen}
    />,
    () => Response.json([]),
    'agent',
    files(...links),
  );
};
const again = page.getByRole('button', { name: 'Try again' });

beforeEach(() => {
  localStorage.setItem('hearback:inbox:locale', 'en');
  onOpen.mockClear();
});
afterEach(() => shown.leave());

test.each([
  ['whose link has expired', { kind: 'ok', body: expired }],
  ['for which there is no link', { kind: 'refused', error: { code: 'unavailable' } }],
] satisfies [string, Link][])('a picture %s says so and is fetched again on request', async (_, first) => {
  show(first, { kind: 'ok', body: good });
  await expect.element(page.getByText('The picture could not be loaded.')).toBeVisible();
  await again.click();
  await vi.waitFor(() => expect(shown.box.querySelector('img')?.naturalWidth).toBe(1));
  await expect.element(again).not.toBeInTheDocument();
  expect(onOpen).not.toHaveBeenCalled();
  await page.getByRole('button', { name: 'Open picture 1' }).click();
  expect(onOpen).toHaveBeenCalledOnce();
});

test('when it fails again, it can be tried again', async () => {
  show({ kind: 'ok', body: expired }, { kind: 'ok', body: `${expired}AA` }, { kind: 'ok', body: good });
  await again.click();
  await expect.element(again).toHaveAttribute('aria-busy', 'false');
  await expect.element(page.getByText('The picture could not be loaded.')).toBeVisible();
  await again.click();
  await vi.waitFor(() => expect(shown.box.querySelector('img')?.naturalWidth).toBe(1));
});
