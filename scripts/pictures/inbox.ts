// The inbox as the agent and the product manager see it.
import type { Browser, Page } from 'playwright';
import type { Locale } from '../../shared/domain/nouns.ts';
import { demoPassword, demoUsers } from '../../supabase/local/demo.ts';
import type { Everything } from '../serve/everything.ts';
import { pixelRatio, type Save } from './save.ts';
import { words } from './words.ts';

type Look = { locale: Locale; email: string; dark?: boolean; width?: number; height?: number };

async function signIn(browser: Browser, inboxUrl: string, look: Look): Promise<Page> {
  const { shell } = words[look.locale].inbox;
  const context = await browser.newContext({
    locale: look.locale,
    viewport: { width: look.width ?? 1280, height: look.height ?? 860 },
    deviceScaleFactor: pixelRatio,
    colorScheme: look.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(inboxUrl);
  await page.getByLabel(shell.email).fill(look.email);
  await page.getByLabel(shell.password, { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: shell.sign_in, exact: true }).click();
  await page.getByRole('navigation').first().waitFor();
  return page;
}

/** Waits until nothing is loading and every picture in sight is there. */
async function settled(page: Page) {
  await page.waitForFunction(() => {
    const inSight = (element: Element) => {
      const { top, bottom, height } = element.getBoundingClientRect();
      return height > 0 && bottom > 0 && top < innerHeight;
    };
    return (
      document.querySelector('[aria-busy=true], .hb-skeleton, .hb-spinner') === null &&
      ![...document.querySelectorAll('.picture-waiting')].some(inSight) &&
      [...document.images].filter(inSight).every((image) => image.complete && image.naturalWidth > 0)
    );
  });
  // Loaded is not yet drawn.
  await page.evaluate(() =>
    Promise.all(
      [...document.images].filter((image) => image.complete).map((image) => image.decode().catch(() => {})),
    ),
  );
}

async function show(page: Page, inboxUrl: string, hash: string) {
  await page.goto(`${inboxUrl}/${hash}`);
  await settled(page);
}

async function openConversation(page: Page, inboxUrl: string, who: string) {
  await show(page, inboxUrl, '#/inbox');
  await page.getByRole('link').filter({ hasText: who }).first().click();
  await page.getByRole('textbox').first().waitFor();
  await page.locator('main img').first().waitFor();
  await settled(page);
}

/** All pictures of the inbox in one language. */
export async function pictureInbox(browser: Browser, everything: Everything, locale: Locale, save: Save) {
  const { inboxUrl } = everything;
  const { inbox } = words[locale];
  const agent = locale === 'en' ? demoUsers.agent : demoUsers.agentChinese;
  const who = locale === 'en' ? 'Deepa Raman' : '刘佳慧';
  const page = await signIn(browser, inboxUrl, { locale, email: agent.email });
  const shot = async (name: string) => {
    await settled(page);
    await save(`${name}.${locale}`, await page.screenshot());
  };
  await openConversation(page, inboxUrl, who);
  await shot('inbox');
  await show(page, inboxUrl, '#/articles');
  await shot('articles');
  const title = locale === 'en' ? 'Export a table or a chart' : '如何导出表格和图表';
  await page.getByRole('link', { name: title }).click();
  await page.getByLabel(inbox.articles.field_body).waitFor();
  await shot('article');
  await show(page, inboxUrl, '#/nps?range=12m');
  await page.getByRole('heading', { name: inbox.nps.comments }).waitFor();
  await shot('nps');
  await page.context().close();

  const manager = await signIn(browser, inboxUrl, { locale, email: demoUsers.pm.email });
  await show(manager, inboxUrl, '#/boards');
  const board = locale === 'en' ? 'First five minutes' : '报表与看板';
  await manager.getByRole('link', { name: board }).first().waitFor();
  // Three covers of three captures each.
  await manager.locator('main img').nth(8).waitFor();
  await settled(manager);
  await save(`boards.${locale}`, await manager.screenshot());
  await manager.getByRole('link', { name: board }).first().click();
  await manager.getByRole('heading', { name: board }).waitFor();
  await manager.locator('main img').nth(3).waitFor();
  await settled(manager);
  await save(`board.${locale}`, await manager.screenshot());
  await manager.context().close();

  const small = await signIn(browser, inboxUrl, {
    locale,
    email: agent.email,
    width: 390,
    height: 780,
    dark: true,
  });
  await openConversation(small, inboxUrl, who);
  await save(`inbox-phone.${locale}`, await small.screenshot());
  await small.context().close();

  const night = await signIn(browser, inboxUrl, { locale, email: agent.email, dark: true });
  await openConversation(night, inboxUrl, who);
  await save(`inbox-dark.${locale}`, await night.screenshot());
  await night.context().close();
}
