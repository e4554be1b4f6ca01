// Every screen and state in both languages, wide and narrow, light and dark: nothing axe finds, nothing left in
// English, nothing that scrolls sideways.
import type { Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import type { Locale } from '../../../shared/domain/nouns.ts';
import en from '../../../shared/i18n/inbox/en.ts';
import zh from '../../../shared/i18n/inbox/zh-CN.ts';
import { demoPassword, demoUsers } from '../../../supabase/local/demo.ts';
import { places } from '../../support/browsers.ts';
import { newWorkspace, type Workspace } from '../../support/callers.ts';
import { saidOf, sentencesOf, tooWide, violations } from '../support/scan.ts';
import { screens } from './every-screen/all.ts';
import { type Screen, show } from './every-screen/screen.ts';
import { openInboxes, type SignsIn } from './pages.ts';

const inboxes = openInboxes();
let workspace: Workspace;
let all: Screen[];

beforeAll(async () => {
  [workspace, all] = await Promise.all([newWorkspace(), screens()]);
});

const english = sentencesOf([en], [zh]);

/** Sentences of the English catalogue that a page in another language still says. */
const leftInEnglish = (page: Page) => saidOf(page, english);

const open = (who: Exclude<Screen['who'], 'nobody'>, locale: Locale): Promise<Page> => {
  const person: SignsIn =
    who === 'newcomer' ? workspace.people.owner : { email: demoUsers[who].email, password: demoPassword };
  return inboxes.open(person, '#/', { locale });
};

/**
 * Everything wrong with what the page shows now. Every rule is held once, wide and light; the other width and the
 * other theme only to the rules that they can break. A language changes no colour: the dark is looked at in one.
 */
async function faults(page: Page, screen: Screen, locale: Locale): Promise<string[]> {
  const found: string[] = [];
  const note = (where: string, what: string[]) => found.push(...what.map((one) => `${where}: ${one}`));
  if (locale === 'zh-CN') note('English', await leftInEnglish(page));
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: width === 360 ? 740 : 900 });
    if (width === 360) await screen.again?.(page);
    note(`${width}`, await violations(page, width === 1440 ? 'wcag' : 'reflow'));
    note(`${width}`, await tooWide(page));
    if (locale !== 'en') continue;
    await page.emulateMedia({ colorScheme: 'dark' });
    note(`${width} dark`, await violations(page, 'colour'));
    await page.emulateMedia({ colorScheme: 'light' });
  }
  await page.setViewportSize({ width: 320, height: 640 });
  note('320', await tooWide(page));
  await page.setViewportSize({ width: 1440, height: 900 });
  return found;
}

/** Changes the language as somebody does in another tab: what is open stays as it is. */
async function speak(page: Page, tab: Page, locale: Locale): Promise<void> {
  await tab.evaluate((chosen) => localStorage.setItem('hearback:inbox:locale', chosen), locale);
  await page.locator(`html[lang=${locale}]`).waitFor({ state: 'attached' });
}

/** The screens that somebody sees, with what is wrong with each. */
async function faultyScreens(who: Screen['who']): Promise<Record<string, string[]>> {
  const page = who === 'nobody' ? await inboxes.strange() : await open(who, 'en');
  const tab = await page.context().newPage();
  await tab.goto(`${places().inboxUrl}/.well-known/hearback.json`);
  const found: Record<string, string[]> = {};
  for (const screen of all.filter((one) => one.who === who)) {
    await show(page, screen);
    for (const locale of ['en', 'zh-CN'] as const) {
      await speak(page, tab, locale);
      const wrong = await faults(page, screen, locale);
      if (wrong.length > 0) found[`${screen.name}, ${locale}`] = wrong;
    }
    await screen.after?.(page);
    await speak(page, tab, 'en');
  }
  await Promise.all([page.close(), tab.close()]);
  return found;
}

// Side by side, for most of the time goes into waiting for pages.
test.concurrent.for(['nobody', 'agent', 'pm', 'viewer', 'newcomer'] as const)(
  'what %s sees, in both languages',
  { timeout: 300_000 },
  async (who, { expect }) => expect(await faultyScreens(who)).toEqual({}),
);

test('language and theme are chosen in the account and remembered, and other tabs follow', async () => {
  const page = await open('viewer', 'en');
  const tab = await open('viewer', 'en');
  await page.getByRole('button', { name: /^Account: / }).click();
  await page.locator('label').filter({ hasText: '中文' }).click();
  await page.locator('label').filter({ hasText: '深色' }).click();
  await page.reload();
  for (const one of [page, tab]) {
    await one.getByRole('heading', { name: '收件箱' }).waitFor();
    await one.locator('html[lang=zh-CN][data-theme=dark]').waitFor({ state: 'attached' });
    expect(await leftInEnglish(one)).toEqual([]);
  }
  await Promise.all([page.close(), tab.close()]);
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
