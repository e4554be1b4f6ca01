// The end user's way in the demo product: a question, a marked screenshot, the answer, the score.
import type { Browser, Page } from 'playwright';
import postgres from 'postgres';
import type { Locale } from '../../shared/domain/nouns.ts';
import { demoProjectId, demoUsers } from '../../supabase/local/demo.ts';
import { inChinese } from '../../supabase/local/seed/make/chinese.ts';
import type { Everything } from '../serve/everything.ts';
import { draw } from './drawing.ts';
import { pixelRatio, type Save } from './save.ts';
import { said, words } from './words.ts';

const desktop = { width: 1280, height: 800 };

async function openProduct(browser: Browser, demoUrl: string, locale: Locale, dark = false) {
  const context = await browser.newContext({
    locale,
    viewport: desktop,
    deviceScaleFactor: pixelRatio,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  // A product in Chinese says so before the widget looks. Not by changing the page on its way: browsers let only
  // pages that really come from this computer talk to it.
  if (locale === 'zh-CN')
    await context.addInitScript(() => {
      const speak = () => {
        const root = document.documentElement;
        if (root !== null && root.lang !== 'zh-CN') root.lang = 'zh-CN';
      };
      new MutationObserver(speak).observe(document, { childList: true, subtree: true, attributes: true });
    });
  const page = await context.newPage();
  await page.goto(`${demoUrl}/index.html`);
  if (locale === 'zh-CN') await page.evaluate(`(() => {${inChinese}})()`);
  return { context, page };
}

const button = (page: Page, name: string) => page.getByRole('button', { name });

async function openPanel(page: Page, locale: Locale) {
  await button(page, words[locale].launcher.label).click();
  const panel = page.getByRole('dialog');
  await panel.waitFor();
  return panel;
}

/** Resolves when every image of page and widget can be seen. */
async function pictured(page: Page) {
  for (const image of await page.locator('img').all())
    await image.evaluate(async (element) => {
      if (element instanceof HTMLImageElement) await element.decode().catch(() => {});
    });
}

async function suggestions(page: Page, locale: Locale, save: Save, name: string) {
  const { widget } = words[locale];
  const panel = await openPanel(page, locale);
  await panel.getByRole('button', { name: widget.question }).click();
  await panel.getByLabel(widget.questionText).fill(said[locale].question);
  await panel.getByText(words[locale].articles.heading).waitFor();
  // Away from the panel, or what lies beneath the pointer stands out.
  await page.mouse.move(640, 20);
  await save(name, await page.screenshot());
}

async function markedScreenshot(page: Page, locale: Locale, save: Save) {
  const { widget, annotate, picture, sending } = words[locale];
  const panel = await openPanel(page, locale);
  // Away from where the launcher was pressed, or what stands there now looks pointed at.
  await page.mouse.move(640, 20);
  await panel.locator('.team').waitFor();
  await save(`home.${locale}`, await page.screenshot());
  await panel.getByRole('button', { name: widget.bug }).click();
  await panel.getByLabel(widget.bugText).fill(said[locale].bug);
  await panel.getByRole('button', { name: widget.capture }).click();
  await page.getByRole('application').waitFor();
  await draw(page, annotate.box, [0.19, 0.42], [0.67, 0.84]);
  await draw(page, annotate.arrow, [0.56, 0.93], [0.455, 0.75]);
  await draw(page, annotate.redact, [0.86, 0.02], [0.985, 0.08]);
  await save(`editor.${locale}`, await page.screenshot());
  await button(page, picture.use).click();
  await panel.getByRole('button', { name: widget.send, exact: true }).click();
  await panel.getByText(sending.next).waitFor();
  await save(`received.${locale}`, await page.screenshot());
}

/** Answers the newest conversation as the agent, behind the inbox's back. */
async function answerNewest({ stack }: Everything, locale: Locale) {
  const sql = postgres(stack.dbUrl, { max: 1 });
  const agent = locale === 'en' ? demoUsers.agent : demoUsers.agentChinese;
  try {
    await sql`insert into public.messages (conversation_id, project_id, author, member_id, body)
      select c.id, c.project_id, 'member', u.id, ${said[locale].answer}
      from public.conversations c, auth.users u
      where c.project_id = ${demoProjectId} and u.email = ${agent.email}
      order by c.number desc limit 1`;
  } finally {
    await sql.end();
  }
}

async function readAnswer(page: Page, locale: Locale, save: Save) {
  await button(page, words[locale].sending.open).click();
  await page.getByText(said[locale].answer).waitFor();
  await pictured(page);
  await save(`answer.${locale}`, await page.screenshot());
}

async function score(page: Page, locale: Locale, save: Save) {
  // The widget waits until somebody has stayed for a while.
  await page.getByRole('dialog', { name: words[locale].survey.label }).waitFor({ timeout: 60_000 });
  await save(`score.${locale}`, await page.screenshot());
}

/** All pictures of the widget in one language. */
export async function pictureProduct(browser: Browser, everything: Everything, locale: Locale, save: Save) {
  const { demoUrl } = everything;
  const asking = await openProduct(browser, demoUrl, locale);
  await suggestions(asking.page, locale, save, `widget.${locale}`);
  await asking.context.close();

  const telling = await openProduct(browser, demoUrl, locale);
  await markedScreenshot(telling.page, locale, save);
  await answerNewest(everything, locale);
  await readAnswer(telling.page, locale, save);
  await telling.context.close();

  const scoring = await openProduct(browser, demoUrl, locale);
  await score(scoring.page, locale, save);
  await scoring.context.close();

  if (locale !== 'en') return;
  const night = await openProduct(browser, demoUrl, locale, true);
  await suggestions(night.page, locale, save, 'widget.dark');
  await night.context.close();
}
