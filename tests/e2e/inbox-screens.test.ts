// Every screen and state in both languages and both themes, wide and narrow: nothing axe finds, nothing left in
// English, nothing that scrolls sideways.
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Locale } from '../../shared/domain/nouns.ts';
import { demoPassword, demoUsers } from '../../supabase/local/demo.ts';
import { openBrowser } from '../support/browsers.ts';
import { newWorkspace, type Workspace } from '../support/callers.ts';
import { Inboxes, type SignsIn } from './support/inbox-pages.ts';
import { leftInEnglish, tooWide, violations } from './support/inbox-scan.ts';
import { type Screen, screens, show } from './support/inbox-screens.ts';

let browser: Browser;
let inboxes: Inboxes;
let workspace: Workspace;
let all: Screen[];

beforeAll(async () => {
  [browser, workspace, all] = await Promise.all([openBrowser(), newWorkspace(), screens()]);
  inboxes = new Inboxes(browser);
});
afterAll(() => browser?.close());
afterEach(() => expect(inboxes.errors).toEqual([]));

const open = (who: Exclude<Screen['who'], 'nobody'>, locale: Locale): Promise<Page> => {
  const person: SignsIn =
    who === 'newcomer' ? workspace.people.owner : { email: demoUsers[who].email, password: demoPassword };
  return inboxes.open(person, '#/', { locale });
};

/** Everything wrong with what the page shows now, in every theme and width. */
async function faults(page: Page, screen: Screen, locale: Locale): Promise<string[]> {
  const found: string[] = [];
  const note = (where: string, what: string[]) => found.push(...what.map((one) => `${where}: ${one}`));
  if (locale === 'zh-CN') note('English', await leftInEnglish(page));
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: width === 360 ? 740 : 900 });
    if (width === 360) await screen.again?.(page);
    note(`${width}`, await violations(page));
    note(`${width}`, await tooWide(page));
    // Structure and sizes are the same in the dark.
    await page.emulateMedia({ colorScheme: 'dark' });
    note(`${width} dark`, await violations(page, 'colour'));
    await page.emulateMedia({ colorScheme: 'light' });
  }
  await page.setViewportSize({ width: 320, height: 640 });
  note('320', await tooWide(page));
  await page.setViewportSize({ width: 1440, height: 900 });
  return found;
}

describe.each(['en', 'zh-CN'] as const)('%s', (locale) => {
  test.each(['nobody', 'agent', 'pm', 'viewer', 'newcomer'] as const)(
    'what %s sees',
    async (who) => {
      const page = who === 'nobody' ? await inboxes.strange('#/', { locale }) : await open(who, locale);
      const found: Record<string, string[]> = {};
      for (const screen of all.filter((one) => one.who === who)) {
        await show(page, screen);
        const wrong = await faults(page, screen, locale);
        await screen.after?.(page);
        if (wrong.length > 0) found[screen.name] = wrong;
      }
      expect(found).toEqual({});
      await page.close();
    },
    300_000,
  );
});

test('language and theme are chosen in the account and remembered', async () => {
  const page = await open('viewer', 'en');
  await page.getByRole('button', { name: /^Account: / }).click();
  await page.locator('label').filter({ hasText: '中文' }).click();
  await page.locator('label').filter({ hasText: '深色' }).click();
  await page.reload();
  await page.getByRole('heading', { name: '收件箱' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  expect(await leftInEnglish(page)).toEqual([]);
  await page.close();
});

test('the look finds what is wrong: English, a picture without words, a line too wide', async () => {
  const page = await inboxes.strange();
  await page.locator('.sign-in-form').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.evaluate(() => {
    document.querySelector('form img')?.removeAttribute('alt');
    document.querySelector('form')?.insertAdjacentHTML('beforeend', '<p style="width: 3000px">wide</p>');
  });
  expect(await violations(page)).toMatchObject([expect.stringContaining('image-alt')]);
  expect(await tooWide(page)).not.toEqual([]);
  expect(await leftInEnglish(page)).toContain('Sign in to Hearback');
  await page.close();
});
