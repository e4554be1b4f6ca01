// The product manager's path: the built extension in Chromium, from the first address to the board in the inbox.
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openWithExtension, places } from '../../support/browsers.ts';
import { newWorkspace, service, superuser, type Workspace } from '../../support/callers.ts';
import { decode, type Pixels } from '../support/picture.ts';
import { violations } from '../support/scan.ts';
import { endWorker, openSidePanel, type SidePanel } from './side-panel.ts';
import { startSwitchableApi } from './switchable-api.ts';

let browser: Browser;
let context: BrowserContext;
let pageUrl: (page: string) => string;
let workspace: Workspace;
let panel: SidePanel;
let page: Page;
let api: Awaited<ReturnType<typeof startSwitchableApi>>;

beforeAll(async () => {
  browser = await openBrowser();
  api = await startSwitchableApi();
  workspace = await newWorkspace();
  ({ context, pageUrl } = await openWithExtension({
    windowed: true,
    // Names that a competitor's pages could have, served by the demo product.
    args: ['--host-resolver-rules=MAP *.rival-metrics.com 127.0.0.1', '--window-size=1440,900'],
  }));
  page = context.pages()[0] ?? (await context.newPage());
});
afterAll(async () => {
  await context?.close();
  await browser?.close();
  await api?.stop();
});

test('an address without an inbox is refused with a sentence, and the inbox is found', async () => {
  const view = await context.newPage();
  await view.goto(pageUrl('sidepanel.html'));
  expect(await violations(view, 'practice')).toEqual([]);
  const address = view.getByLabel('Address of the inbox');
  await address.fill(places().demoUrl);
  await view.getByRole('button', { name: 'Connect' }).click();
  await view.getByText('There is a site at this address, but no Hearback inbox.').waitFor();
  await address.fill('http://127.0.0.1:1');
  await view.getByRole('button', { name: 'Connect' }).click();
  await view.getByText('There is no answer.').waitFor();
  await address.fill(api.inboxUrl);
  await view.getByRole('button', { name: 'Connect' }).click();
  await view.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(await violations(view, 'practice')).toEqual([]);
  await view.close();
});

test('a member who may not file is told so, and who may', async () => {
  const view = await context.newPage();
  await view.goto(pageUrl('sidepanel.html'));
  await signIn(view, workspace.people.agent.email, 'not the password');
  await view.getByText('The e-mail or the password is wrong.').waitFor();
  await signIn(view, workspace.people.agent.email, workspace.people.agent.password);
  await view.getByText('Only product managers, admins and owners put captures on boards.').waitFor();
  await view.getByRole('button', { name: 'Settings' }).click();
  expect(await violations(view, 'practice')).toEqual([]);
  await view.getByRole('button', { name: 'Sign out' }).click();
  await signIn(view, workspace.people.pm.email, workspace.people.pm.password);
  await view.getByText('No captures yet').waitFor();
  await view.close();
});

test('a page is captured, marked up and filed under a new competitor on a new board', async () => {
  const address = demoPage('app.rival-metrics.com', 'index.html');
  await page.goto(address);
  panel = await openSidePanel(context, new URL(pageUrl('')).host);
  await panel.shows('app.rival-metrics.com');
  const editor = await capture();
  await expectValue(editor, 'Title', await page.title());
  await expectValue(editor, 'Name of the competitor', 'Rival Metrics');
  await expectValue(editor, 'Domain', 'rival-metrics.com');
  await editor.getByRole('button', { name: 'Black out' }).click();
  await drawAcrossMiddle(editor);
  expect(await violations(editor, 'practice')).toEqual([]);
  await editor.getByRole('button', { name: 'Save' }).click();
  await editor.getByText('Give the board a name.').waitFor();
  await editor.getByLabel('Note').fill('They show the trend first.');
  await editor.getByLabel('Name of the board').fill('Dashboards');
  const before = Date.now();
  await editor.getByRole('button', { name: 'Save' }).dblclick();
  await filed(editor);
  expect(await violations(editor, 'practice')).toEqual([]);

  const rows = await superuser()`
    select c.id, c.title, c.note, c.source_url, c.path, c.captured_at, c.created_by, c.width, c.height,
      b.name as board, k.name as competitor, k.domain
    from public.captures c join public.boards b on b.id = c.board_id join public.competitors k on k.id = c.competitor_id
    where c.project_id = ${workspace.projectId}`;
  expect(rows).toHaveLength(1);
  const [row] = rows;
  expect(row).toMatchObject({
    title: await page.title(),
    note: 'They show the trend first.',
    source_url: address,
    board: 'Dashboards',
    competitor: 'Rival Metrics',
    domain: 'rival-metrics.com',
    created_by: workspace.people.pm.id,
  });
  expect(Math.abs(row?.captured_at.getTime() - before)).toBeLessThan(120_000);
  const size = await page.evaluate(() => [innerWidth * devicePixelRatio, innerHeight * devicePixelRatio]);
  expect([row?.width, row?.height]).toEqual(size.map(Math.round));
  // What the redaction covers is black in the file itself, but for what the format rounds.
  const middle = { x: row?.width / 2 - 20, y: row?.height / 2 - 20, width: 40, height: 40 };
  expect((await filedPicture(row?.path)).brightest(middle)).toBeLessThan(6);
  await editor.close();
});

test('the board in the inbox shows the picture, where it is from and when it was taken', async () => {
  await panel.shows('Filed recently');
  const link = await panel.evaluate<string>(`document.querySelector('a[target=_blank]').href`);
  const inbox = await browser.newPage();
  // The inbox that the extension knows only says where the API is; the app itself is served beside it.
  await inbox.goto(link.replace(api.inboxUrl, places().inboxUrl));
  await inbox.getByLabel('E-mail').fill(workspace.people.pm.email);
  await inbox.getByLabel('Password').fill(workspace.people.pm.password);
  await inbox.getByRole('button', { name: 'Sign in' }).click();
  await inbox.getByText('app.rival-metrics.com').first().waitFor();
  await inbox.waitForFunction(() => [...document.images].some((image) => image.naturalWidth > 600));
  await inbox.getByRole('link', { name: await page.title() }).click();
  await inbox.getByText(demoPage('app.rival-metrics.com', 'index.html')).waitFor();
  await inbox.getByText('They show the trend first.').waitFor();
  await inbox.getByText(String(new Date().getFullYear())).first().waitFor();
  await inbox.close();
});

test('a password field is covered in the picture before anybody draws', async () => {
  await page.bringToFront();
  await page.goto(demoPage('www.rival-metrics.com', 'login.html'));
  await page.locator('input[type=password]').fill('a secret');
  await panel.shows('www.rival-metrics.com');
  const editor = await capture();
  const chosen = editor.getByLabel('Competitor', { exact: true }).locator('option:checked');
  expect(await chosen.textContent()).toBe('Rival Metrics (rival-metrics.com)');
  expect(await editor.getByLabel('Board', { exact: true }).locator('option:checked').textContent()).toBe(
    'Dashboards',
  );
  await editor.getByLabel('Title').fill('Their login');
  await editor.getByRole('button', { name: 'Save' }).click();
  await filed(editor);
  await editor.close();
  const [row] = await superuser()`select path from public.captures where title = 'Their login'`;
  const field = await page.locator('input[type=password]').boundingBox();
  const ratio = await page.evaluate(() => devicePixelRatio);
  if (!field) throw new Error('the field is gone');
  const inside = {
    x: (field.x + 2) * ratio,
    y: (field.y + 2) * ratio,
    width: (field.width - 4) * ratio,
    height: (field.height - 4) * ratio,
  };
  // The field itself is white.
  expect((await filedPicture(row?.path)).brightest(inside)).toBeLessThan(60);
});

test('without a server a capture waits, outlives the worker, and is filed once when the server is back', async () => {
  await page.bringToFront();
  await page.goto(demoPage('www.rival-metrics.com', 'charts.html'));
  await panel.shows('Charts');
  const editor = await capture();
  await editor.getByLabel('Title').fill('Their charts');
  api.switch('off');
  await editor.getByRole('button', { name: 'Save' }).click();
  await editor.getByText('Saved, waiting to be filed').waitFor();
  await editor.close();
  await panel.shows('Their charts');
  await panel.shows('There is no connection.');
  await endWorker(context, pageUrl('editor.html'));
  api.switch('on');
  await panel.press('Try now: Their charts');
  const count = () => superuser()`select from public.captures where title = 'Their charts'`;
  await expect.poll(async () => (await count()).length, { timeout: 30_000 }).toBe(1);
  await panel.shows('Filed recently');
  await expect
    .poll(() => panel.evaluate<string>(`document.querySelector('#queue')?.innerText ?? ''`))
    .toBe('');
  expect(await count()).toHaveLength(1);
});

test('a capture that is not finished is kept with its drawing, and can be discarded', async () => {
  await page.bringToFront();
  await page.goto(demoPage('www.rival-metrics.com', 'tables.html'));
  await panel.shows('Tables');
  const editor = await capture();
  await editor.getByLabel('Title').fill('Half done');
  await drawAcrossMiddle(editor);
  await panel.shows('Half done');
  await editor.close();
  const reopened = context.waitForEvent('page');
  await panel.press('Go on with', 'Half done');
  const again = await reopened;
  await expectValue(again, 'Title', 'Half done');
  await again.locator('.hb-annotate-shape').waitFor();
  await again.close();
  await panel.press('Discard “Half done”');
  await panel.press('Discard');
  await expect
    .poll(() => panel.evaluate<boolean>(`document.body.innerText.includes('Half done')`))
    .toBe(false);
});

test('the panel and the editor are accessible and whole in Chinese', async () => {
  const view = await context.newPage();
  await view.setViewportSize({ width: 300, height: 700 });
  await view.goto(pageUrl('sidepanel.html'));
  await view.getByRole('button', { name: 'Settings' }).click();
  await view.getByLabel('Language').selectOption('zh-CN');
  await view.getByRole('heading', { name: '设置' }).waitFor();
  expect(await violations(view, 'practice')).toEqual([]);
  await view.getByRole('button', { name: '关闭' }).click();
  await view.getByText('最近归档').waitFor();
  expect(await violations(view, 'practice')).toEqual([]);
  expect(await view.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(300);
  await view.close();

  await page.bringToFront();
  await panel.shows('截取此页面');
  const editor = await capture('截取此页面');
  await editor.getByRole('button', { name: '保存' }).waitFor();
  expect(await editor.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
  expect(await violations(editor, 'practice')).toEqual([]);
  await editor.close();
});

/** A page of the demo product under a name of its own. */
function demoPage(host: string, file: string): string {
  return `http://${host}:${new URL(places().demoUrl).port}/${file}`;
}

async function signIn(view: Page, email: string, password: string): Promise<void> {
  await view.getByLabel('E-mail').fill(email);
  await view.getByLabel('Password').fill(password);
  await view.getByRole('button', { name: 'Sign in' }).click();
}

/** Presses the panel's button; the editor opens with what it has to offer. */
async function capture(button = 'Capture this page'): Promise<Page> {
  const opened = context.waitForEvent('page');
  await panel.press(button);
  const editor = await opened;
  await editor.locator('button[type=submit]:enabled').waitFor();
  return editor;
}

/** What lies in the bucket, decoded. */
async function filedPicture(path: string): Promise<Pixels> {
  const { data, error } = await service().storage.from('captures').download(path);
  if (error) throw error;
  return decode(browser, Buffer.from(await data.arrayBuffer()));
}

async function filed(editor: Page): Promise<void> {
  await editor.getByText('Filed', { exact: true }).waitFor({ timeout: 30_000 });
}

async function expectValue(view: Page, label: string, value: string): Promise<void> {
  const field = view.getByLabel(label, { exact: true });
  await field.waitFor();
  expect(await field.inputValue()).toBe(value);
}

/** A shape with the tool in hand over the middle of the picture. */
async function drawAcrossMiddle(editor: Page): Promise<void> {
  const stage = await editor.locator('.hb-annotate-stage').boundingBox();
  if (!stage) throw new Error('no stage');
  const [x, y] = [stage.x + stage.width / 2, stage.y + stage.height / 2];
  await editor.mouse.move(x - 80, y - 80);
  await editor.mouse.down();
  await editor.mouse.move(x, y, { steps: 3 });
  await editor.mouse.move(x + 80, y + 80, { steps: 3 });
  await editor.mouse.up();
}
