// The inbox in a real browser, opened by members who signed in through its own form.
import type { Browser, BrowserContext, Page } from 'playwright';
import { expect } from 'vitest';
import type { Locale } from '../../../shared/domain/nouns.ts';
import { places } from '../../support/browsers.ts';

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

/** The pages of one file's tests. Gathers what goes wrong in them. */
export class Inboxes {
  /** Uncaught errors of all pages. */
  readonly errors: string[] = [];
  private readonly browser: Browser;
  /** One context a person and language, in which he has signed in. */
  private readonly contexts = new Map<string, BrowserContext>();

  constructor(browser: Browser) {
    this.browser = browser;
  }

  /** A browser of its own, without anybody signed in. */
  async context(look: Look = {}): Promise<BrowserContext> {
    const context = await this.browser.newContext({
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
