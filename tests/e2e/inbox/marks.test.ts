// Staff hide and show what was drawn on a picture, in a thread and on a board.
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import { parseAnnotation } from '../../../shared/annotate/model/parse.ts';
import { newWorkspace, stack, superuser, type Workspace } from '../../support/callers.ts';
import { decode } from '../support/picture.ts';
import { addressOf, openInboxes, soon } from './pages.ts';
import { markedPicture, startConversation } from './visitors.ts';

const inboxes = openInboxes();
let workspace: Workspace;

beforeAll(async () => {
  workspace = await newWorkspace();
});

const red = [229, 50, 45] as const;
type Frame = { x: number; y: number; width: number; height: number };

/** Where box and redaction of the picture lie. */
async function shapes(): Promise<{ box: Frame; redaction: Frame }> {
  const parsed = parseAnnotation((await markedPicture()).annotation);
  const found = parsed.ok ? parsed.document.shapes : [];
  const [box] = found.flatMap((shape) => (shape.kind === 'box' ? [shape] : []));
  const [redaction] = found.flatMap((shape) => (shape.kind === 'redaction' ? [shape] : []));
  if (!box || !redaction) throw new Error('the picture has not the shapes it should');
  return { box, redaction };
}

/** What is to be seen of the picture in the viewer: the box's upper line, and the blacked-out part. */
async function seen(page: Page) {
  const { box, redaction } = await shapes();
  const frame = await page.locator('.viewer-picture').boundingBox();
  if (!frame) throw new Error('no picture');
  const scale = frame.width / (await markedPicture()).width;
  const at = ({ x, y, width, height }: Frame, inset: number) => ({
    x: frame.x + (x + inset) * scale,
    y: frame.y + (y + inset) * scale,
    width: (width - 2 * inset) * scale,
    height: (height - 2 * inset) * scale,
  });
  const pixels = await decode(await inboxes.browser(), await page.screenshot());
  return {
    marks: pixels.has(red, at({ ...box, y: box.y - 2, height: 4 }, 0)),
    blackedOut: pixels.brightest(at(redaction, 4)) < 30,
  };
}

const viewerOf = (page: Page) => page.getByRole('dialog', { name: 'Picture' });
const marks = (page: Page) => viewerOf(page).getByRole('button', { name: 'Marks' });

test('in a thread: hidden by key, still hidden the next time, shown again by the switch', async () => {
  const { data, clean, annotation } = await markedPicture();
  const { visitor } = await startConversation(workspace.projectKey, 'Before.');
  const uploadId = await visitor.upload(data, 'image/webp');
  const cleanUploadId = await visitor.upload(clean.data, 'image/webp');
  const id = await visitor.start({ body: 'See', attachments: [{ uploadId, cleanUploadId, annotation }] });
  const page = await inboxes.open(workspace.people.viewer, `#/inbox/${id}`);
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));

  const thumbnail = page.getByRole('button', { name: /Open picture 1 .*On it: “金额折成三行/ });
  await thumbnail.click();
  await viewerOf(page)
    .getByRole('img', { name: /金额折成三行/ })
    .waitFor();
  await viewerOf(page).getByRole('list', { name: 'On the picture' }).getByText('Blacked-out part').waitFor();
  expect(await seen(page)).toEqual({ marks: true, blackedOut: true });
  expect(fetched.filter((url) => url.includes(cleanUploadId))).toEqual([]);

  await page.keyboard.press('m');
  await viewerOf(page).getByRole('img', { name: 'Picture without its marks' }).waitFor();
  expect(await seen(page)).toEqual({ marks: false, blackedOut: true });
  await page.keyboard.press('Escape');
  await viewerOf(page).waitFor({ state: 'detached' });

  await thumbnail.click();
  await soon(() => marks(page).getAttribute('aria-pressed')).toBe('false');
  await soon(async () => (await seen(page)).marks).toBe(false);
  await marks(page).click();
  await soon(async () => (await seen(page)).marks).toBe(true);
  await page.close();
});

test('on a board: the switch is there, and deleting the capture removes both files', async () => {
  const { pm } = workspace.people;
  const { data, clean, annotation } = await markedPicture();
  const id = randomUUID();
  const path = `${workspace.projectId}/${pm.id}/${id}.webp`;
  const cleanPath = `${workspace.projectId}/${pm.id}/${id}.clean.webp`;
  for (const [where, bytes] of [
    [path, data],
    [cleanPath, clean.data],
  ] as const) {
    const put = await pm.client.storage.from('captures').upload(where, bytes, { contentType: 'image/webp' });
    if (put.error) throw put.error;
  }
  const [board] = await superuser()<{ id: string }[]>`
    insert into public.boards (project_id, name) values (${workspace.projectId}, 'Board') returning id`;
  const filed = await fetch(`${stack().apiUrl}/functions/v1/captures`, {
    method: 'POST',
    headers: { authorization: `Bearer ${pm.accessToken}`, apikey: stack().publishableKey },
    body: JSON.stringify({
      ...{ id, projectId: workspace.projectId, path, cleanPath, annotation, boardId: board?.id },
      ...{ title: 'Marked', note: '', sourceUrl: null, pageTitle: '', competitorId: null },
      capturedAt: new Date().toISOString(),
    }),
  });
  expect(filed.status).toBe(200);

  const page = await inboxes.open(pm, `#/boards/${board?.id}/${id}`);
  const detail = page.getByRole('dialog', { name: 'Marked' });
  await detail.getByText('Put in from a file').waitFor();
  await detail.getByRole('button', { name: /Open the picture at full size/ }).click();
  await marks(page).click();
  await viewerOf(page).getByRole('img', { name: 'Picture without its marks' }).waitFor();
  expect(await seen(page)).toEqual({ marks: false, blackedOut: true });
  await page.keyboard.press('Escape');

  await detail.getByRole('button', { name: 'Delete capture' }).click();
  await detail.getByRole('button', { name: 'Delete capture' }).click();
  await detail.waitFor({ state: 'detached' });
  const files = await superuser()`select name from storage.objects where name like ${`%${id}%`}`;
  expect(files).toHaveLength(0);
  expect(page.url()).toBe(addressOf(`#/boards/${board?.id}`));
  await page.close();
});
