import { questions, survey } from './answers.ts';
import type { Scene } from './scene.ts';

/** The card beside the page: a question of every kind, and the thanks. */
export const surveys: Scene[] = [
  {
    name: 'survey',
    async play(open, hold) {
      const stage = await open({
        server: (server) => server.set('GET /surveys/due', { body: { surveys: [survey(questions)] } }),
      });
      const { page, widget, words, said, locale } = stage;
      const { card } = widget;
      void page.evaluate(`Hearback.ask('every-kind')`);
      const forward = async () => {
        const on = card.locator('.hb-primary');
        await on.click();
      };
      for (const [place, { kind, title }] of questions.entries()) {
        await card.getByText(title[locale] ?? '', { exact: true }).waitFor();
        await hold(stage, `survey, ${kind}`);
        if (kind === 'several') {
          await forward();
          await card.getByText(words.survey('chooseOne')).waitFor();
          await hold(stage, 'survey, nothing chosen');
          for (const option of [0, 1]) await card.getByRole('checkbox').nth(option).click();
          await hold(stage, 'survey, two chosen');
          await forward();
        } else if (kind === 'text') {
          await card.getByRole('textbox').fill(said.reply);
          await forward();
        } else {
          const answers = kind === 'choice' ? card.locator('.sq-option') : card.locator('.sq-scale button');
          await answers.nth(1).click();
        }
        if (place === 0) {
          await card.getByRole('button', { name: words.survey('back'), exact: true }).waitFor();
          await card.getByRole('button', { name: words.survey('back'), exact: true }).click();
          await hold(stage, 'survey, back at what was answered');
          await card.locator('.sq-scale button').nth(1).click();
        }
      }
      await card.getByText(words.survey('thanks')).waitFor();
      await hold(stage, 'survey, thanks');
    },
  },
];
