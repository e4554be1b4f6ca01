// The end user's whole path: from a marked-up screenshot to an answer read and answered.
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoProjectId, demoUsers } from '../../../supabase/local/demo.ts';
import { openBrowser, places } from '../../support/browsers.ts';
import type { Client } from '../../support/callers.ts';
import { type Area, decode } from '../support/picture.ts';
import { eventually } from './eventually.ts';
import { agent, answer, conversationsOf, storedPicture } from './stored.ts';
import { tokenHash, type Visit, visit } from './visit.ts';

let browser: Browser;
let visitor: Visit;
let staff: Client;
let cursor: string;

beforeAll(async () => {
  browser = await openBrowser();
  visitor = await visit(browser, { clock: true });
  staff = await agent();
  cursor = (await changes(null)).cursor;
});
afterAll(() => browser?.close());

type Changes = { cursor: string; ids: string[]; reload: boolean };

/** What the inbox hears of when it asks. */
async function changes(since: string | null): Promise<Changes> {
  const { data, error } = await staff.rpc('conversation_changes', {
    project: demoProjectId,
    ...(since === null ? {} : { since }),
  });
  if (error !== null) throw error;
  return data as Changes;
}

/** Draws with the mouse from one corner of an area of the page to the other, on the picture of that page. */
async function draw(page: Page, tool: string, { x, y, width, height }: Area): Promise<void> {
  const { editor } = visitor.widget;
  await editor.getByRole('button', { name: tool, exact: true }).click();
  const paper = await editor.locator('svg.hb-annotate-svg').boundingBox();
  const viewport = page.viewportSize();
  if (paper === null || viewport === null) throw new Error('there is nothing to draw on');
  const scale = paper.width / viewport.width;
  await page.mouse.move(paper.x + x * scale, paper.y + y * scale);
  await page.mouse.down();
  await page.mouse.move(paper.x + (x + width / 2) * scale, paper.y + (y + height / 2) * scale, { steps: 3 });
  await page.mouse.move(paper.x + (x + width) * scale, paper.y + (y + height) * scale, { steps: 3 });
  await page.mouse.up();
}

/** The same page for somebody whose browser does not load the widget. */
async function screenshotWithoutWidget(): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  await page.route(
    ({ pathname }) => pathname.endsWith('/hearback.js'),
    (route) => route.abort(),
  );
  await page.goto(`${places().demoUrl}/index.html`);
  const picture = await page.screenshot();
  await page.close();
  return picture;
}

/** Where a part of the page stands, in CSS pixels of the window. */
async function areaOf(page: Page, selector: string): Promise<Area> {
  const box = await page.locator(selector).first().boundingBox();
  if (box === null) throw new Error(`${selector} is not to be seen`);
  return box;
}

test('a problem with a marked-up screenshot arrives as it was seen, and is acknowledged with its number', async () => {
  const { page, widget } = visitor;
  await widget.launcher.click();
  await widget.panel.getByRole('button', { name: 'Report a problem' }).click();
  await widget.text.fill('The earnings of this month are wrong.');
  // What the open panel covers of the page, and the page as it is without the widget.
  const panel = await areaOf(page, 'hearback-widget .panel');
  const withWidget = await page.screenshot();
  const withoutWidget = await screenshotWithoutWidget();

  await widget.panel.getByRole('button', { name: 'Add a screenshot' }).click();
  await widget.editor.getByRole('heading', { name: 'Mark up the screenshot' }).waitFor();
  const secret = await areaOf(page, '.card:has-text("Earnings (Monthly)")');
  await draw(page, 'Black out', secret);
  await draw(page, 'Box', { x: 300, y: 300, width: 200, height: 120 });
  await draw(page, 'Arrow', { x: 560, y: 600, width: -120, height: -100 });
  await widget.editor.getByRole('button', { name: 'Use picture' }).click();
  await widget.panel.getByRole('button', { name: 'Edit picture 1' }).waitFor();

  // The acknowledgement waits for the server's word: as long as that is held back, there is none.
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(
    '**/functions/v1/widget/conversations',
    async (route) => {
      const response = await route.fetch();
      await held;
      await route.fulfill({ response });
    },
    { times: 1 },
  );
  await widget.panel.getByRole('button', { name: 'Send', exact: true }).click();
  await widget.panel.getByText('Sending…', { exact: true }).first().waitFor();
  await eventually(async () => (await conversationsOf(await tokenHash(page))).length).toBe(1);
  expect(await widget.panel.getByText(/^Received/).count()).toBe(0);
  release();
  const headline = widget.panel.getByRole('heading', { name: /^Received, number \d+$/ });
  await headline.waitFor();

  const [conversation, ...more] = await conversationsOf(await tokenHash(page));
  expect(more).toEqual([]);
  expect(await headline.textContent()).toBe(`Received, number ${conversation?.number}`);
  expect(conversation).toMatchObject({
    kind: 'bug',
    status: 'open',
    locale: 'en',
    context: {
      pageUrl: `${places().demoUrl}/index.html`,
      pageTitle: await page.title(),
      viewportWidth: 1280,
      viewportHeight: 800,
      language: 'en-US',
    },
    messages: [{ author: 'visitor', internal: false, body: 'The earnings of this month are wrong.' }],
    attachments: [{ state: 'attached', width: 1280, height: 800 }],
  });
  const [attachment] = conversation?.attachments ?? [];
  expect(attachment?.annotation?.shapes.map(({ kind }) => kind).sort()).toEqual([
    'arrow',
    'box',
    'redaction',
  ]);

  const sent = await decode(browser, await storedPicture(attachment?.path ?? ''));
  const inset = ({ x, y, width, height }: Area, by: number) => ({
    x: x + by,
    y: y + by,
    width: width - 2 * by,
    height: height - 2 * by,
  });
  // Black everywhere: the most a lossy picture may give back is noise no letter can be read from.
  expect(sent.brightest(inset(secret, 6))).toBeLessThanOrEqual(8);
  expect(sent.has([229, 50, 45], { x: 294, y: 294, width: 212, height: 12 })).toBe(true);
  expect(sent.has([229, 50, 45], { x: 440, y: 500, width: 120, height: 100 })).toBe(true);
  const [open, bare] = [await decode(browser, withWidget), await decode(browser, withoutWidget)];
  const away = inset(panel, 4);
  expect(sent.difference(open, away)).toBeGreaterThan(4 * sent.difference(bare, away));

  // Without its marks the picture is as black where something was hidden, and else the page as it was.
  const clean = await decode(browser, await storedPicture(attachment?.clean ?? ''));
  expect([clean.width, clean.height]).toEqual([sent.width, sent.height]);
  expect(clean.brightest(inset(secret, 6))).toBeLessThanOrEqual(8);
  const marked = { x: 290, y: 290, width: 280, height: 320 };
  expect(clean.has([229, 50, 45], marked)).toBe(false);
  expect(clean.difference(bare, marked)).toBeLessThan(sent.difference(bare, marked) / 2);
});

test('the answer shows as a badge without reloading, is read, and is answered back', async () => {
  const { page, widget } = visitor;
  const [conversation] = await conversationsOf(await tokenHash(page));
  const id = conversation?.id ?? '';
  const told = await changes(cursor);
  expect(told.ids).toContain(id);

  await widget.panel.getByRole('button', { name: 'Close' }).click();
  await answer(staff, id, 'Thank you. The figure is right again.');
  // While the panel is closed, the widget looks once a minute.
  await eventually(async () => {
    await page.clock.runFor(30_000);
    return widget.launcher.getAttribute('aria-label');
  }).toBe('Feedback, new answers: 1');
  expect(await widget.badge.getAttribute('data-count')).toBe('1');

  await widget.launcher.click();
  await widget.panel.getByRole('button', { name: /Your conversations/ }).click();
  const row = widget.panel.getByRole('button', { name: `Problem ${conversation?.number}` });
  expect(await row.textContent()).toContain('Thank you. The figure is right again.');
  await row.click();
  const messages = widget.panel.getByRole('listitem');
  await messages.nth(1).waitFor();
  expect(await messages.nth(1).textContent()).toContain(demoUsers.agent.name);
  expect(await messages.nth(1).textContent()).toContain('Thank you. The figure is right again.');
  const picture = messages.nth(0).getByRole('button', { name: 'Your picture' }).locator('img');
  await eventually(() =>
    picture.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]),
  ).toEqual([1280, 800]);
  await eventually(() => widget.badge.isHidden()).toBe(true);

  const before = (await changes(told.cursor)).cursor;
  await widget.text.fill('So it is. Thanks!');
  await widget.panel.getByRole('button', { name: 'Send', exact: true }).click();
  await eventually(async () => (await conversationsOf(await tokenHash(page)))[0]?.messages).toEqual([
    { author: 'visitor', internal: false, body: 'The earnings of this month are wrong.' },
    { author: 'member', internal: false, body: 'Thank you. The figure is right again.' },
    { author: 'visitor', internal: false, body: 'So it is. Thanks!' },
  ]);
  await messages.nth(2).getByText('So it is. Thanks!').waitFor();
  await eventually(() => widget.panel.getByText('Sending …').count()).toBe(0);
  expect((await changes(before)).ids).toEqual([id]);
});

test('what was read stays read on the next page', async () => {
  const { page, widget, errors } = visitor;
  const asked = page.waitForResponse((response) => response.url().endsWith('/functions/v1/widget/unread'));
  await page.goto(`${places().demoUrl}/tables.html`);
  expect(await (await asked).json()).toEqual({ unread: 0 });
  expect(await widget.badge.isHidden()).toBe(true);
  expect(errors).toEqual([]);
});
