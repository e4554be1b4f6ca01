// The inbox in a real browser, opened by members who signed in through its own form.
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { Locale } from '../../../shared/domain/nouns.ts';
import { openBrowser, places } from '../../support/browsers.ts';

/** Whoever signs in: a person of callers.ts, or one of the demo company. */
export type SignsIn = { email: string; password: string };
export type Look = { locale?: Locale; width?: number; height?: number };

/** The address of a screen; `hash` begins with `#/`. */
export const addressOf = (hash: string): string => `${places().inboxUrl}/${hash}`;

/** Expects of a value that it becomes right before long. */
export const soon = <Value>(look: () => Promise<Value>) => expect.poll(look, { timeout: 20_000 });

/** Fills in the sign-in form and sends it; what comes of it is the caller's to look at. */
export async function signIn(page: Page, { email, password }: SignsIn): Promise<void> {
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('button[type=submit]').click();
}

/** Whether what has the focus matches `selector`. */
export const hasFocus = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector);

/** The pages of one file's tests, in a browser of its own. Called once in the file: nothing may go wrong in them. */
export function openInboxes(): Inboxes {
  const inboxes = new Inboxes();
  // Not waited for: it starts while the file makes what it needs.
  beforeAll(() => inboxes.start());
  afterAll(() => inboxes.end());
  afterEach(() => expect(inboxes.errors).toEqual([]));
  return inboxes;
}

class Inboxes {
  /** Uncaught errors of all pages. */
  readonly errors: string[] = [];
  private started: Promise<Browser> | undefined;
  /** One context a person and language, in which he has signed in. */
  private readonly contexts = new Map<string, BrowserContext>();

  start(): void {
    this.started ??= openBrowser();
  }

  async end(): Promise<void> {
    await (await this.started)?.close();
  }

  browser(): Promise<Browser> {
    if (!this.started) throw new Error('the browser is opened before the first test');
    return this.started;
  }

  /** A browser of its own, without anybody signed in. */
  async context(look: Look = {}): Promise<BrowserContext> {
    const browser = await this.browser();
    const context = await browser.newContext({
      locale: look.locale === 'zh-CN' ? 'zh-CN' : 'en-US',
      timezoneId: 'UTC',
      viewport: { width: look.width ?? 1440, height: look.height ?? 900 },
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(30_000);
    context.on('weberror', (error) => this.errors.push(error.error().message));
    return context;
  }

  /** A page without anybody signed in, in a browser of its own. */
  async strange(hash = '#/', look: Look = {}): Promise<Page> {
    const page = await (await this.context(look)).newPage();
    await page.goto(addressOf(hash));
    return page;
  }

  /**
   * A page at `hash` in which `person` is signed in. His pages share one browser: what one remembers, the
   * others know.
   */
  async open(person: SignsIn, hash = '#/', look: Look = {}): Promise<Page> {
    const key = `${person.email} ${look.locale}`;
    const known = this.contexts.get(key);
    const context = known ?? (await this.context(look));
    this.contexts.set(key, context);
    const page = await context.newPage();
    await page.goto(addressOf(hash));
    if (!known) await signIn(page, person);
    await page.locator('nav.nav').waitFor();
    return page;
  }
}
