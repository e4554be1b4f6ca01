import { articles, article as whole } from './answers.ts';
import type { Scene } from './scene.ts';
import type { Stage } from './stage.ts';

const kinds = ['bug', 'idea', 'question', 'praise'] as const;

/** Opens what is sent with the message. */
async function unfold({ widget }: Stage): Promise<void> {
  await widget.panel.locator('details').first().locator('summary').first().click();
  await widget.panel.locator('.facts li').first().waitFor();
}

const whatHappened = `
  setTimeout(() => { throw new TypeError('rows is undefined in Table.total') });
  fetch('/api/orders?page=2&token=abc').catch(() => {});
  history.pushState(null, '', '/charts.html?tab=june');
  document.querySelector('a[href="tables.html"]')?.addEventListener('click', (event) => event.preventDefault());
  document.querySelector('a[href="tables.html"]')?.click();`;

/** The four forms, what goes with them, what is wrong with them. */
export const forms: Scene[] = [
  {
    name: 'forms',
    async play(open, hold) {
      const stage = await open();
      const { page, widget, words, said } = stage;
      await widget.launcher.click();
      for (const kind of kinds) {
        await stage.press(new RegExp(`^${words.app(kind)}`));
        await widget.panel.getByLabel(words.app(`${kind}Text`)).waitFor();
        await hold(stage, kind);
        await stage.press(words.app('back'));
      }
      await page.evaluate(`Hearback.open('bug')`);
      await widget.panel.getByLabel(words.app('email')).fill('nobody');
      await stage.press(words.app('send'));
      await stage.sees(words.app('textMissing'));
      await stage.sees(words.context('emailWrong'));
      await hold(stage, 'nothing written, no address');
      await widget.panel.getByLabel(words.app('email')).fill('deepa@example.com');
      await widget.text.fill('x'.repeat(4900));
      await stage.sees(words.app('textLeft', { count: 100 }));
      await hold(stage, 'little room left');
      await widget.text.fill('x'.repeat(5321));
      await stage.sees(words.app('textLong', { count: 321 }));
      await hold(stage, 'too long');
      await widget.text.fill(said.text);
      await unfold(stage);
      await hold(stage, 'what is sent');
      await widget.panel.getByRole('switch').first().uncheck();
      await hold(stage, 'what is sent, one part left out');
    },
  },
  {
    name: 'named and logged',
    async play(open, hold) {
      const stage = await open({
        // What the logs listen to is another function then.
        before: 'window.before = console.error',
        options: {
          logs: true,
          context: { plan: 'pro-2026', seats: 12, beta: true },
          user: { id: 'u-1', name: 'Deepa Raman', email: 'deepa@example.com' },
        },
      });
      const { page, widget, words } = stage;
      await page.waitForFunction('console.error !== before');
      await page.evaluate(whatHappened);
      await page.evaluate(`Hearback.addBreadcrumb('Report opened'); Hearback.open('question')`);
      await stage.sees(words.context('emailKnown', { email: 'deepa@example.com' }));
      await unfold(stage);
      await widget.panel.locator('.facts summary').nth(2).waitFor();
      for (const fold of await widget.panel.locator('.facts summary').all()) await fold.click();
      await hold(stage, 'what is sent, with logs and name');
    },
  },
  {
    name: 'vetoed',
    async play(open, hold) {
      const stage = await open({ veto: true });
      const { page, widget, words, said } = stage;
      await page.evaluate(`Hearback.open('idea')`);
      await widget.text.fill(said.text);
      await stage.press(words.app('send'));
      await stage.sees(words.context('vetoed'));
      await hold(stage, 'the host lets nothing go');
    },
  },
  {
    name: 'suggestions',
    async play(open, hold) {
      const stage = await open({ server: (server) => server.set('GET /articles', 'never') });
      const { page, widget, server, words, said, locale } = stage;
      await page.evaluate(`Hearback.open('question')`);
      await widget.text.fill(said.question);
      await stage.sees(words.articles('looking'));
      await hold(stage, 'looking for articles');
      server.set('GET /articles', { body: articles(said, locale) });
      server.set('GET /articles/*', 'never');
      await widget.text.fill(`${said.question} `);
      await widget.text.fill(`${said.question}?`);
      const [title = ''] = said.articles[0] ?? [];
      await stage.sees(words.articles('heading'));
      await hold(stage, 'articles offered');
      await stage.press(new RegExp(`^${title}`));
      await widget.panel.locator('.reader [aria-busy], .reader .hb-skeleton').first().waitFor();
      await hold(stage, 'article, loading');
      await stage.press(words.articles('back'));
      server.set('GET /articles/*', { error: 'internal' });
      await stage.press(new RegExp(`^${title}`));
      await stage.sees(words.articles('failed'));
      await hold(stage, 'article, failed');
      server.set('GET /articles/*', { body: whole(said, locale) });
      await stage.press(words.articles('tryAgain'));
      await widget.panel.locator('.prose table').waitFor();
      await hold(stage, 'article');
      await stage.press(words.articles('stillAsk'));
      await widget.text.waitFor();
      await hold(stage, 'asked all the same, one article read');
      await stage.press(new RegExp(`^${title}`));
      await stage.press(words.articles('helped'));
      await stage.sees(words.articles('thanks'));
      await hold(stage, 'it helped');
    },
  },
];
