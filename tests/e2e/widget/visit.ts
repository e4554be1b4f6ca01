// An end user in front of the demo product: his browser, the page, the widget on it.
import { createHash } from 'node:crypto';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright';
import { demoProjectKey } from '../../../supabase/local/demo.ts';
import { places } from '../../support/browsers.ts';

export type VisitOptions = Pick<BrowserContextOptions, 'viewport' | 'colorScheme'> & {
  /** What the browser prefers. English unless told. */
  language?: 'en' | 'zh-CN';
  /** A page of the demo product. */
  path?: string;
  /** Puts the page's clock under the test's command: `page.clock`. */
  clock?: boolean;
  /** Another page in place of the demo product's, at its origin. */
  html?: { body: string; headers?: Record<string, string> };
};

export type Visit = {
  context: BrowserContext;
  page: Page;
  widget: Widget;
  /** What the page's own error handlers heard of. */
  errors: string[];
};

/** Opens a page of the demo product as somebody who was never there before. Close its context afterwards. */
export async function visit(browser: Browser, options: VisitOptions = {}): Promise<Visit> {
  const { language = 'en', clock = false, html } = options;
  const context = await browser.newContext({
    locale: language === 'en' ? 'en-US' : language,
    viewport: options.viewport ?? { width: 1280, height: 800 },
    colorScheme: options.colorScheme ?? 'light',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(60_000);
  // The demo product asks for a font on the internet, which must not decide how a test goes.
  await context.route(
    ({ hostname }) => hostname !== '127.0.0.1',
    (route) => route.abort(),
  );
  // A page that the test itself answers comes from no network: only with leave may it call one of this computer.
  if (html !== undefined) await context.grantPermissions(['local-network-access']);
  if (html !== undefined)
    await context.route(/\/strange\.html/, (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', ...html }),
    );
  const page = await context.newPage();
  if (clock) await page.clock.install();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const opened = { context, page, widget: widgetOn(page), errors };
  await page.goto(addressOf(options));
  await opened.widget.launcher.waitFor();
  return opened;
}

const addressOf = ({ html, path }: VisitOptions) =>
  `${places().demoUrl}/${html === undefined ? (path ?? 'index.html') : 'strange.html'}`;

export type Widget = {
  /** The widget's element on the page. */
  host: Locator;
  launcher: Locator;
  /** How many answers are unread, on the launcher. */
  badge: Locator;
  panel: Locator;
  text: Locator;
  /** The window for drawing on a picture. */
  editor: Locator;
  /** The card with the NPS question. */
  card: Locator;
};

/** The parts of the widget on a page. */
export function widgetOn(page: Page): Widget {
  const host = page.locator('hearback-widget');
  const panel = host.locator('.panel');
  return {
    host,
    launcher: host.locator('.launcher'),
    badge: host.locator('.badge'),
    panel,
    text: panel.locator('textarea'),
    editor: host.locator('.editor-layer'),
    card: host.locator('.survey'),
  };
}

const storageKey = (name: string) => `hearback:${demoProjectKey}:${name}`;

/** What the widget keeps under `name` in this browser. */
export const kept = (page: Page, name: string): Promise<string | null> =>
  page.evaluate((key) => localStorage.getItem(key), storageKey(name));

export const keep = (page: Page, name: string, value: string | null): Promise<void> =>
  page.evaluate(
    ([key, text]) => (text === null ? localStorage.removeItem(key) : localStorage.setItem(key, text)),
    [storageKey(name), value] as const,
  );

/** The form in which the server knows this browser; of nobody where the widget has not needed to be known yet. */
export const tokenHash = async (page: Page): Promise<string> =>
  createHash('sha256')
    .update((await kept(page, 'visitor')) ?? '')
    .digest('hex');
