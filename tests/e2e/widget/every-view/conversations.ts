import { closed, list, noConversations, satisfaction, thread } from './answers.ts';
import type { Scene } from './scene.ts';
import type { Stage } from './stage.ts';

const openList = ({ page }: Stage) => page.evaluate(`Hearback.open('conversations')`);
const first = ({ words }: Stage) =>
  new RegExp(`^${words.conversations('number', { kind: words.conversations('bug'), number: '1040' })}`);

/** Opens the list and in it the first conversation, which the server answers with `answer`. */
async function openThread(stage: Stage): Promise<void> {
  await openList(stage);
  await stage.press(first(stage));
}

export const conversations: Scene[] = [
  {
    name: 'list',
    async play(open, hold) {
      const stage = await open({ server: (server) => server.set('GET /conversations', 'never') });
      const { server, words, said, widget, page } = stage;
      await openList(stage);
      await widget.panel.locator('.hb-skeleton').first().waitFor();
      await hold(stage, 'conversations, loading');
      const again = async () => {
        await page.keyboard.press('Escape');
        await widget.launcher.waitFor();
        await openList(stage);
      };
      server.set('GET /conversations', { error: 'internal' });
      await again();
      await stage.sees(words.conversations('failedTitle'));
      await hold(stage, 'conversations, failed');
      server.set('GET /conversations', 'never');
      await stage.press(words.app('tryAgain'));
      await widget.panel.locator('[aria-busy=true]').waitFor();
      await hold(stage, 'conversations, trying again');
      server.set('GET /conversations', { body: noConversations });
      await again();
      await stage.sees(words.conversations('emptyTitle'));
      await hold(stage, 'conversations, none');
      server.set('GET /conversations', { body: list(said) });
      await again();
      await stage.sees(said.people[0] ?? '');
      await hold(stage, 'conversations');
    },
  },
  {
    name: 'thread',
    async play(open, hold) {
      const stage = await open();
      const { server, words, said, widget, page } = stage;
      server.set('GET /conversations', { body: list(said) });
      server.set('GET /conversations/*', 'never');
      await openThread(stage);
      await widget.panel.locator('.hb-skeleton').first().waitFor();
      await hold(stage, 'thread, loading');
      await stage.press(words.app('back'));
      server.set('GET /conversations/*', { error: 'not_found' });
      await stage.press(first(stage));
      await stage.sees(words.conversations('goneTitle'));
      await hold(stage, 'thread, gone');
      server.set('GET /conversations/*', { body: thread(said) });
      await stage.press(words.conversations('all'));
      await stage.press(first(stage));
      await widget.panel.locator('.messages img').first().waitFor();
      const to = (selector: string) => () =>
        widget.panel
          .locator(selector)
          .first()
          .evaluate((element) => element.scrollIntoView());
      await to('.thread')();
      await hold(stage, 'thread, beginning', to('.thread'));
      await to('.message.member')();
      await hold(stage, 'thread, an answer with picture and files', to('.message.member'));
      await to('form.reply')();
      server.set('POST /conversations/*/messages', 'offline');
      await widget.text.fill(said.reply);
      await hold(stage, 'thread, writing', to('form.reply'));
      await stage.press(words.conversations('send'));
      await stage.sees(words.conversations('unsentWaiting'));
      await hold(stage, 'thread, an answer waits', to('.unsent'));
      await widget.panel.locator('.messages .picture').first().click();
      await widget.host.locator('.viewer img').waitFor();
      await hold(stage, 'picture viewer');
      await page.keyboard.press('Escape');
      await widget.panel.locator('.messages .picture').first().waitFor();
    },
  },
  {
    name: 'closed',
    async play(open, hold) {
      const stage = await open();
      const { server, words, said, widget } = stage;
      server.set('GET /conversations', { body: list(said) });
      const reopen = async (answer: ReturnType<typeof closed>) => {
        server.set('GET /conversations/*', { body: answer });
        await stage.press(words.app('back'));
        await stage.press(first(stage));
      };
      server.set('GET /conversations/*', { body: closed(said, 200) });
      await openThread(stage);
      await stage.sees(words.conversations('closedUntil').split('{date}')[0] ?? '');
      await hold(stage, 'closed, can be opened again');
      await reopen(closed(said, -200));
      await stage.sees(words.conversations('closedForGood'));
      await hold(stage, 'closed for good');
      await reopen(closed(said, 200, satisfaction()));
      await widget.panel.locator('.thread-survey').waitFor();
      await hold(stage, 'closed, how satisfied?');
      await widget.panel.locator('.thread-survey .sq button').last().click();
      await stage.sees(words.survey('thanks'));
      await hold(stage, 'closed, thanks for the score');
    },
  },
  {
    name: 'too late',
    async play(open, hold) {
      const stage = await open();
      const { server, words, said, widget } = stage;
      server.set('GET /conversations', { body: list(said) });
      server.set('GET /conversations/*', { body: closed(said, 200) });
      server.set('POST /conversations/*/messages', { error: 'closed' });
      await openThread(stage);
      await widget.text.fill(said.reply);
      await stage.press(words.conversations('send'));
      await stage.sees(words.conversations('unsentClosed'));
      await hold(stage, 'an answer came too late');
    },
  },
];
