// An end user in front of the demo product: his browser, the page, the widget on it.
import { createHash } from 'node:crypto';
import type { Browser, BrowserContext, BrowserContextOptions, Frame, Page } from 'playwright';
import { demoProjectKey } from '../../../supabase/local/demo.ts';
import { places } from '../../support/browsers.ts';
import { type Widget, widgetOn } from './parts.ts';

export { type Widget, widgetOn };

export type VisitOptions = Pick<
  BrowserContextOptions,
  'viewport' | 'colorScheme' | 'deviceScaleFactor' | 'hasTouch' | 'isMobile'
> & {
  /** What the browser prefers. English unless told. */
  language?: 'en' | 'zh-CN';
  /** A page of the demo product. */
  path?: string;
  /** Puts the page's clock under the test's command: `page.clock`. */
  clock?: boolean;
  /** Another page in place of the demo product's, at its origin, with the files it asks for by their paths. */
  html?: { body: string; headers?: Record<string, string>; files?: Record<string, string> };
};

const types: Record<string, string> = {
  css: 'text/css',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  svg: 'image/svg+xml',
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
  const { html, path = 'index.html' } = options;
  const arrived = await arrive(browser, options);
  const opened = { ...arrived, widget: widgetOn(arrived.page) };
  await arrived.page.goto(`${places().demoUrl}/${html === undefined ? path : 'strange.html'}`);
  await opened.widget.launcher.waitFor();
  return opened;
}

/** The same up to where the page is opened. */
export async function arrive(
  browser: Browser,
  options: VisitOptions,
): Promise<Pick<Visit, 'context' | 'page' | 'errors'>> {
  const { language = 'en', clock = false, html, path: _, ...screen } = options;
  const context = await browser.newContext({
    locale: language === 'en' ? 'en-US' : language,
    viewport: { width: 1280, height: 800 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
    ...screen,
  });
  context.setDefaultTimeout(60_000);
  // A page that the test itself answers comes from no network: only with leave may it call one of this computer.
  if (html !== undefined) await context.grantPermissions(['local-network-access']);
  const pages: Record<string, string> =
    html === undefined ? {} : { '/strange.html': html.body, ...html.files };
  for (const [path, body] of Object.entries(pages))
    await context.route(
      ({ pathname }) => pathname === path,
      (route) => {
        const contentType = types[path.slice(path.lastIndexOf('.') + 1)] ?? 'text/plain';
        return route.fulfill({ contentType, body, headers: html?.headers ?? {} });
      },
    );
  const page = await context.newPage();
  if (clock) await page.clock.install();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  return { context, page, errors };
}

const storageKey = (name: string) => `hearback:${demoProjectKey}:${name}`;

/** What the widget keeps under `name` in this browser. */
export const kept = (page: Page | Frame, name: string): Promise<string | null> =>
  page.evaluate((key) => localStorage.getItem(key), storageKey(name));

export const keep = (page: Page, name: string, value: string | null): Promise<void> =>
  page.evaluate(
    ([key, text]) => (text === null ? localStorage.removeItem(key) : localStorage.setItem(key, text)),
    [storageKey(name), value] as const,
  );

/** The form in which the server knows this browser; of nobody where the widget has not needed to be known yet. */
export const tokenHash = async (page: Page | Frame): Promise<string> =>
  createHash('sha256')
    .update((await kept(page, 'visitor')) ?? '')
    .digest('hex');
