import { away, list, noConversations } from './answers.ts';
import type { Scene } from './scene.ts';

/** The button on the page, and what the panel opens with. */
export const home: Scene[] = [
  {
    name: 'home',
    async play(open, hold) {
      const stage = await open();
      const { page, widget, server, words, said } = stage;
      await hold(stage, 'launcher');
      server.set('GET /conversations', { body: { ...list(said), team: away(said) } });
      await widget.launcher.click();
      await stage.sees(said.people[0] ?? '');
      await hold(stage, 'home, the team is away');
      await page.keyboard.press('Escape');
      await widget.launcher.waitFor();
      await page.evaluate(`Hearback.open('conversations')`);
      await stage.sees(words.conversations('number', { kind: words.conversations('bug'), number: '1040' }));
      await stage.press(words.app('back'));
      await stage.sees(words.app('unread', { count: 2 }));
      await hold(stage, 'home, unread answers');
      await page.keyboard.press('Escape');
      await widget.badge.waitFor();
      await hold(stage, 'launcher with unread answers', () => widget.badge.waitFor());
    },
  },
  {
    name: 'home, nobody known',
    async play(open, hold) {
      const stage = await open({
        server: (server) => server.set('GET /conversations', { body: noConversations }),
      });
      await stage.widget.launcher.click();
      await stage.sees(stage.words.app('homeTitle'));
      await stage.widget.panel.locator('select').waitFor();
      await hold(stage, 'home');
    },
  },
  {
    name: 'failed',
    async play(open, hold) {
      const stage = await open({ missing: '**/hearback/chunks/app-*' });
      await stage.widget.launcher.click();
      await stage.widget.host.getByText(stage.words.launcher('failed')).waitFor();
      await hold(stage, 'launcher, the panel could not be fetched');
    },
  },
  {
    name: 'part failed',
    async play(open, hold) {
      const stage = await open({ missing: '**/hearback/chunks/list-*' });
      await stage.widget.launcher.click();
      await stage.press(stage.words.app('conversations'));
      await stage.sees(stage.words.app('unavailable'));
      await hold(stage, 'a part could not be fetched');
    },
  },
];
