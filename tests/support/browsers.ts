// Chromium for the end-to-end tests: plain, or with the built extension in it.
import { type Browser, type BrowserContext, chromium } from 'playwright';
import { inject } from 'vitest';
import { browserFlags, findBrowser, headless } from '../../scripts/browser.ts';
import { ownOf, type PlacesAccess } from './provided.ts';

/** Where demo product, inbox and extension are. */
export const places = (): PlacesAccess => ownOf(inject('places'));

const launchOptions = () => {
  const executablePath = findBrowser();
  return { headless: true, args: browserFlags, ...(executablePath !== undefined && { executablePath }) };
};

/** A browser without anything in it. Close it when the file is done. */
export const openBrowser = (): Promise<Browser> => chromium.launch(headless());

/**
 * The same with what only the whole browser has: it captures tabs and restores pages from its history.
 * @param without what Playwright would tell the browser of its own accord
 */
export function openWholeBrowser(args: string[], without: string[] = []): Promise<Browser> {
  const options = launchOptions();
  return chromium.launch({ ...options, args: [...options.args, ...args], ignoreDefaultArgs: without });
}

export type ExtensionBrowser = {
  context: BrowserContext;
  /** The address of a page of the extension, such as `sidepanel.html`. */
  pageUrl(page: string): string;
};

/**
 * A browser with the extension loaded and its worker running. Close the context when the file is done.
 * @param folder another build than the one for the tests
 * @param windowed pages fill a real window, as pictures of a tab need it, instead of an emulated screen
 */
export async function openWithExtension(
  more: { args?: string[]; windowed?: boolean; folder?: string } = {},
): Promise<ExtensionBrowser> {
  const folder = more.folder ?? places().extensionDir;
  const options = launchOptions();
  const context = await chromium.launchPersistentContext('', {
    ...options,
    ...(more.windowed && { viewport: null }),
    args: [
      ...options.args,
      ...(more.args ?? []),
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
    ],
    // Chromium's newer headless mode is the one that runs extensions.
    channel: 'chromium',
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const { host } = new URL(worker.url());
  return { context, pageUrl: (page) => `chrome-extension://${host}/${page}` };
}
