// The extension on a page of an invented competitor: the side panel, and the editor it opens.
import { type BrowserContext, chromium, type Page } from 'playwright';
import type { Locale } from '../../shared/domain/nouns.ts';
import { demoPassword, demoUsers } from '../../supabase/local/demo.ts';
import { elsewhere } from '../../supabase/local/seed/make/elsewhere.ts';
import { openSidePanel } from '../../tests/e2e/extension/side-panel.ts';
import { browserFlags } from '../browser.ts';
import type { Everything } from '../serve/everything.ts';
import { draw } from './drawing.ts';
import { pixelRatio, type Save } from './save.ts';
import { said, words } from './words.ts';

const host = 'app.harbourgraph.example';

async function openBrowser(executablePath: string, extensionDir: string): Promise<BrowserContext> {
  return await chromium.launchPersistentContext('', {
    executablePath,
    // Chromium's newer headless mode is the one that runs extensions.
    channel: 'chromium',
    // A real window: what a tab shows is pictured, not an emulated screen.
    viewport: null,
    args: [
      ...browserFlags,
      `--force-device-scale-factor=${pixelRatio}`,
      '--window-size=1440,900',
      `--host-resolver-rules=MAP ${host} 127.0.0.1`,
      `--disable-extensions-except=${extensionDir}`,
      `--load-extension=${extensionDir}`,
    ],
  });
}

/** Address of the inbox, sign-in and language, once. */
async function setUp(view: Page, inboxUrl: string, locale: Locale) {
  const { en } = words;
  const here = en.extension;
  await view.getByLabel(here.connectLabel).fill(inboxUrl);
  await view.getByRole('button', { name: here.connect }).click();
  await view.getByLabel(here.email).fill(demoUsers.pm.email);
  await view.getByLabel(here.password).fill(demoPassword);
  await view.getByRole('button', { name: here.signIn }).click();
  await view.getByRole('button', { name: here.settings }).click();
  await view.getByLabel(here.language).selectOption(locale);
  await view.getByRole('heading', { name: words[locale].extension.settings }).waitFor();
  await view.close();
}

/** A competitor's page: the demo product in another dress. */
async function openCompetitor(context: BrowserContext, demoUrl: string): Promise<Page> {
  const page = context.pages()[0] ?? (await context.newPage());
  // A competitor's page does not carry our widget.
  await page.route('**/hearback/**', (route) => route.abort());
  await page.goto(`http://${host}:${new URL(demoUrl).port}/charts.html`);
  const dress = elsewhere.find(({ name }) => name === 'harbourgraph-charts')?.prepare ?? '';
  await page.evaluate(`(() => { ${dress} document.title = 'Charts | Harbourgraph'; })()`);
  return page;
}

/** The pictures of the extension in one language. */
export async function pictureExtension(
  executablePath: string,
  { demoUrl, inboxUrl, extensionDir }: Everything,
  locale: Locale,
  save: Save,
) {
  const t = words[locale].extension;
  const context = await openBrowser(executablePath, extensionDir);
  try {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    const id = new URL(worker.url()).host;
    const view = await context.newPage();
    await view.goto(`chrome-extension://${id}/sidepanel.html`);
    await setUp(view, inboxUrl, locale);
    await openCompetitor(context, demoUrl);
    const panel = await openSidePanel(context, id);
    await panel.shows(host);
    await save(`panel.${locale}`, await panel.screenshot());
    const opened = context.waitForEvent('page');
    await panel.press(t.capture);
    const editor = await opened;
    await editor.locator('button[type=submit]:enabled').waitFor();
    await editor.getByLabel(t.titleLabel, { exact: true }).fill(said[locale].capture);
    await editor.getByLabel(t.boardLabel, { exact: true }).selectOption({ label: '报表与看板' });
    await draw(editor, words[locale].annotate.box, [0.318, 0.225], [0.492, 0.272]);
    await draw(editor, words[locale].annotate.arrow, [0.66, 0.88], [0.53, 0.52]);
    await save(`extension.${locale}`, await editor.screenshot());
    await editor.locator('button[type=submit]').click();
    await panel.shows(t.filedTitle);
    await panel.shows(said[locale].capture);
  } finally {
    await context.close();
  }
}
