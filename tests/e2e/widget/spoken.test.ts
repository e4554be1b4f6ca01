// What a screen reader finds in each view, in reading order, and what it says by itself: kept as text (spoken/), to be
// read. Other words on purpose? `npx vitest run --project e2e -u tests/e2e/widget/spoken.test.ts` writes it anew.
import type { Browser, Locator } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../../support/browsers.ts';
import { listen } from './aids/heard.ts';
import { eventually } from './eventually.ts';
import { agent, answer, conversationsOf } from './stored.ts';
import { tokenHash, type Visit, visit } from './visit.ts';
import { wordsOf } from './words.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** Writes down view after view, each with what was said on the way to it. */
async function scribe({ page }: Visit) {
  const said = await listen(page);
  const written: string[] = [];
  let heard = 0;
  return {
    said,
    async write(title: string, view: Locator) {
      const snapshot = await view.ariaSnapshot();
      const now = (await said()).slice(heard);
      heard += now.length;
      written.push(`# ${title}`, ...now.map((text) => `says: ${text}`), snapshot, '');
    },
    /** Without what is another at another time, in another browser or place. */
    text: () =>
      written
        .join('\n')
        .replaceAll(/\n *- \/url: .*/g, '')
        .replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, 'ORIGIN')
        .replaceAll(/Mozilla\/.*/g, 'BROWSER')
        .replaceAll(/(Time zone|时区) \w+$/gm, '$1 ZONE')
        .replaceAll(/(Updated|更新于) .*/g, '$1 TIME')
        .replaceAll(/time: .*/g, 'time: TIME')
        .replaceAll(
          /(Problem|问题) \d+( .*?(?= 1 \+ 1))?/g,
          (_, kind, at) => `${kind} NUMBER${at ? ' TIME' : ''}`,
        )
        .replaceAll(/(number|编号) \d+/g, '$1 NUMBER')
        // Who answers, and when.
        .replaceAll(/(NUMBER" \[level=3\]\n +- text: \S+) .*/g, '$1 TEAM')
        .replaceAll(/(# (?:Home|All conversations)[\s\S]*?- text: ).*/g, '$1TEAM')
        .replaceAll(/\d+%/g, 'PERCENT'),
  };
}

const typed = { en: 'How do I reset my password?', 'zh-CN': '怎么重置密码？' };
const article = { en: 'You cannot sign in or forgot your password', 'zh-CN': '忘记密码、无法登录怎么办' };

/** In both languages at once: most of the time is spent waiting for the page. */
const inBoth = (work: (language: 'en' | 'zh-CN') => Promise<void>) => () =>
  Promise.all([work('en'), work('zh-CN')]);

test(
  'the panel, view by view',
  inBoth(async (language) => {
    const words = wordsOf(language);
    const visitor = await visit(browser, { language });
    const { page, widget } = visitor;
    const { panel, editor, host } = widget;
    const { write, said, text } = await scribe(visitor);
    const press = (name: string, within = panel) =>
      within.getByRole('button', { name, exact: true }).press('Enter');
    const hears = (phrase: string) => eventually(said).toContain(phrase);

    await widget.launcher.press('Enter');
    await panel.getByRole('combobox').waitFor();
    await panel.locator('.team').waitFor();
    await write('Home', panel);

    await panel.getByRole('button', { name: words.app('question') }).press('Enter');
    await widget.text.fill(typed[language]);
    await panel.getByRole('heading', { name: words.articles('heading') }).waitFor();
    await hears(words.articles('found', { count: await panel.locator('.offered li').count() }));
    await write('A question, with articles', panel.locator('.offered'));
    await panel.getByRole('button', { name: article[language] }).press('Enter');
    await panel.locator('.reader .prose').waitFor();
    await write('An article', panel);
    await press(words.articles('helped'));
    await hears(words.articles('thanks'));
    await write('It helped', panel);

    await press(words.articles('close'), panel.locator('.choices'));
    await widget.launcher.press('Enter');
    await panel.getByRole('button', { name: words.app('bug') }).press('Enter');
    await press(words.app('send'));
    await hears(`! ${words.app('textMissing')}`);
    await write('A form without a text', panel);
    await press(words.app('ways'));
    await write('Other ways to a picture', host.getByRole('menu'));
    await page.keyboard.press('Enter');
    await editor.getByRole('application').waitFor();
    await write('Drawing', editor);
    await press(words.picture('use'), editor);
    await hears(words.picture('attached'));
    const choosing = page.waitForEvent('filechooser');
    await press(words.app('attach'));
    await (await choosing).setFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n') });
    await hears(words.picture('added', { name: 'a.csv' }));
    await write('A picture and a file with it', panel.locator('.attached'));
    await panel.getByText(words.app('context')).press('Enter');
    await panel.getByRole('switch').first().waitFor();
    await write('What is sent with it', panel.locator('.facts'));

    await widget.text.fill('1 + 1 = 3');
    await press(words.app('send'));
    await panel.getByRole('heading', { name: words.sending('sentAs', { number: '' }) }).waitFor();
    const [conversation] = await conversationsOf(await tokenHash(page));
    await hears(words.sending('sentAs', { number: `${conversation?.number}` }));
    await write('Received', panel);
    await press(words.sending('open'));
    await widget.text.waitFor();
    await answer(await agent(), conversation?.id ?? '', '1 + 1 = 2');
    await panel.getByText('1 + 1 = 2').waitFor();
    await hears(words.conversations('newAnswer', { name: 'Nora Whitfield' }));
    await write('A conversation', panel);
    await press(words.app('back'));
    await panel.locator('.conversations').waitFor();
    await write('All conversations', panel);
    await expect(text()).toMatchFileSnapshot(`spoken/panel.${language}.txt`);
    await visitor.context.close();
  }),
);

test(
  'a survey, and a message refused',
  inBoth(async (language) => {
    const words = wordsOf(language);
    const visitor = await visit(browser, { language });
    const { page, widget } = visitor;
    const { panel, card } = widget;
    const { write, said, text } = await scribe(visitor);
    expect(await page.evaluate(() => window.Hearback?.ask('export'))).toBe(true);
    await eventually(async () => (await said()).length).toBe(1);
    await write('A survey', card);
    await card.getByRole('button').nth(1).press('Enter');
    await card.getByRole('button', { name: words.survey('back') }).waitFor();
    await write('Its second question', card);
    await card.getByRole('button', { name: words.survey('close') }).press('Enter');

    const starting = '**/functions/v1/widget/conversations';
    await page.route(starting, (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({ status: 403, json: { error: { code: 'foreign_origin', message: '' } } })
        : route.fallback(),
    );
    await page.evaluate(() => window.Hearback?.open('idea'));
    await widget.text.fill('1 + 1 = 3');
    await panel.getByRole('button', { name: words.app('send'), exact: true }).press('Enter');
    await panel.getByRole('heading', { name: words.sending('refused') }).waitFor();
    await panel.getByRole('button', { name: words.sending('discard') }).press('Enter');
    await eventually(said).toContainEqual(expect.stringMatching(/^! /));
    await write('Refused, and about to be discarded', panel);
    await expect(text()).toMatchFileSnapshot(`spoken/survey-and-refusal.${language}.txt`);
    await visitor.context.close();
  }),
);
