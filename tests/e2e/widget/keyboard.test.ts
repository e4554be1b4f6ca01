// The end user's ways without a mouse, from the first key to the last; the focus is never lost on them.
import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { demoProjectId } from '../../../supabase/local/demo.ts';
import { openBrowser } from '../../support/browsers.ts';
import { superuser } from '../../support/callers.ts';
import { focused, focusIsIn, focusOn, press, tabTo, watchFocus } from './aids/keys.ts';
import { eventually } from './eventually.ts';
import { agent, answer, conversationsOf } from './stored.ts';
import { tokenHash, type Visit, visit } from './visit.ts';

let browser: Browser;
let visitor: Visit;
let lost: () => Promise<string[]>;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  visitor = await visit(browser);
  lost = await watchFocus(visitor.page);
});
afterEach(async () => {
  expect(await lost()).toEqual([]);
  expect(visitor.errors).toEqual([]);
  await visitor.context.close();
});

/** From the page into a form. */
async function openForm(kind: RegExp, field: string): Promise<void> {
  const { page, widget } = visitor;
  // Last on the page, so the first stop backwards.
  await widget.launcher.focus();
  await press(page, 'Enter', 'Feedback');
  // The panel is on its way until the focus is in it.
  await eventually(() => focusIsIn(page, '.panel')).toBe(true);
  await tabTo(page, kind);
  await press(page, 'Enter', field);
}
const openProblem = () => openForm(/^Report a problem/, 'What happened, and what did you expect?');
const mine = async () => conversationsOf(await tokenHash(visitor.page));
const received = /^Received, number \d+$/;

test('a problem with an area of the page marked up and a file, without what was switched off', async () => {
  const { page, widget } = visitor;
  await openProblem();
  await page.keyboard.type('Written without a mouse.');
  await tabTo(page, 'Other ways to add a picture');
  await press(page, 'Enter', /^Visible page/);
  await press(page, 'ArrowDown', /^An area/);
  await press(page, 'Enter', /^Choose an area/);
  // It begins in the middle of the page.
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await press(page, 'Enter', /^Screenshot, marks: 0/);
  // The letter takes the tool, Enter draws.
  await page.keyboard.press('r');
  await press(page, 'Enter', /^Screenshot, marks: 1/);
  // Escape lets go of the mark, and a second one does not throw the drawing away.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  expect(await widget.editor.isVisible()).toBe(true);
  await tabTo(page, 'Use picture');
  await page.keyboard.press('Enter');
  await widget.panel.getByRole('button', { name: 'Edit picture 1' }).waitFor();

  const attach = async (name: string) => {
    await tabTo(page, 'Attach a file');
    const choosing = page.waitForEvent('filechooser');
    await page.keyboard.press('Enter');
    await (await choosing).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') });
    await widget.panel.getByRole('button', { name: `Remove ${name}` }).waitFor();
  };
  await attach('wrong.csv');
  await tabTo(page, 'Remove wrong.csv', 'Shift+Tab');
  await press(page, 'Enter', 'Add a screenshot');
  await attach('prices.csv');

  await tabTo(page, 'What is sent with it');
  await page.keyboard.press('Enter');
  await widget.panel.getByRole('switch', { name: 'Page address' }).waitFor();
  await tabTo(page, 'Page address');
  await page.keyboard.press('Space');
  expect(await widget.panel.getByRole('switch', { name: 'Page address' }).isChecked()).toBe(false);

  await tabTo(page, 'Send');
  await page.keyboard.press('Enter');
  await widget.panel.getByRole('heading', { name: received }).waitFor();
  const [conversation] = await mine();
  expect(conversation?.messages[0]?.body).toBe('Written without a mouse.');
  expect(conversation?.context).toHaveProperty('pageTitle');
  expect(conversation?.context).not.toHaveProperty('pageUrl');
  const [file, picture] = [...(conversation?.attachments ?? [])].sort((a) => (a.name ? -1 : 1));
  expect(file?.name).toBe('prices.csv');
  expect(picture?.annotation?.shapes).toHaveLength(1);
  await tabTo(page, 'Open the conversation');
  await page.keyboard.press('Enter');
  await widget.panel.getByText('Written without a mouse.').waitFor();

  for (const key of ['Tab', 'Shift+Tab'])
    for (let presses = 0; presses < 12; presses++) {
      await page.keyboard.press(key);
      expect(await focusIsIn(page, '.panel')).toBe(true);
    }
  await page.keyboard.press('Escape');
  await eventually(() => widget.panel.isVisible()).toBe(false);
  await eventually(() => focusIsIn(page, '.launcher')).toBe(true);
});

test('a question: an article read, left by Escape and by the arrow, read again, and still asked', async () => {
  const { page, widget } = visitor;
  await openForm(/^Ask a question/, 'Your question');
  await page.keyboard.type('How do I reset my password?');
  await widget.panel.getByRole('heading', { name: 'These may answer it' }).waitFor();
  await press(page, 'ArrowDown', /^You cannot sign in/);
  await page.keyboard.press('Enter');
  await focusOn(page, 'You cannot sign in or forgot your password');
  await widget.panel.getByText('Does this answer your question?').waitFor();
  // Back to the question, not out of the panel.
  await press(page, 'Escape', /^You cannot sign in or forgot your password.+/);
  await press(page, 'ArrowUp', 'Your question');
  await press(page, 'ArrowDown', /^You cannot sign in/);
  await page.keyboard.press('Enter');
  await focusOn(page, 'You cannot sign in or forgot your password');
  await tabTo(page, 'Back to the question', 'Shift+Tab');
  await press(page, 'Enter', /^You cannot sign in or forgot your password.+/);
  await page.keyboard.press('Enter');
  await focusOn(page, 'You cannot sign in or forgot your password');
  await tabTo(page, 'Still ask');
  await press(page, 'Enter', 'Send');
  await page.keyboard.press('Enter');
  await widget.panel.getByRole('heading', { name: received }).waitFor();
  expect(await mine()).toMatchObject([{ kind: 'question' }]);
});

test('a survey: on a scale, several, in words, a step back, and out by Escape to where one came from', async () => {
  const { page, widget } = visitor;
  const questions = [
    { id: 'ease', kind: 'ces', required: true, title: { en: 'How easy was it?' } },
    {
      id: 'parts',
      kind: 'several',
      required: true,
      title: { en: 'Which parts do you use?' },
      options: [
        { id: 'lists', label: { en: 'Lists' } },
        { id: 'charts', label: { en: 'Charts' } },
      ],
    },
    { id: 'words', kind: 'text', required: false, title: { en: 'What else?' } },
  ];
  const sql = superuser();
  await sql`insert into public.surveys (project_id, slug, name, kind, active, questions)
    values (${demoProjectId}, 'by-keyboard', 'By keyboard', 'custom', true, ${sql.json(questions)})`;
  try {
    await widget.launcher.focus();
    expect(await page.evaluate(() => window.Hearback?.ask('by-keyboard'))).toBe(true);
    await widget.card.getByText('How easy was it?', { exact: true }).waitFor();
    // It does not take the focus from what the visitor is doing.
    expect(await focusIsIn(page, '.launcher')).toBe(true);
    await tabTo(page, /^1 of 7/);
    await press(page, 'End', /^7 of 7/);
    await press(page, 'ArrowLeft', '6 of 7');
    await press(page, 'Enter', 'Lists');
    await tabTo(page, 'Next');
    await page.keyboard.press('Enter');
    await widget.card.getByText('Choose at least one.').waitFor();
    await tabTo(page, 'Charts', 'Shift+Tab');
    await page.keyboard.press('Space');
    await tabTo(page, 'Back');
    await press(page, 'Enter', '6 of 7');
    await press(page, 'Enter', 'Lists');
    expect(await widget.card.getByRole('checkbox', { name: 'Charts' }).isChecked()).toBe(false);
    await press(page, 'Tab', 'Charts');
    await page.keyboard.press('Space');
    await tabTo(page, 'Next');
    await page.keyboard.press('Enter');
    await widget.card.getByRole('textbox', { name: 'What else?' }).waitFor();
    await eventually(() => focusIsIn(page, '.survey textarea')).toBe(true);
    await page.keyboard.type('Nothing');
    await page.keyboard.press('Escape');
    await eventually(() => widget.card.count()).toBe(0);
    expect(await focusIsIn(page, '.launcher')).toBe(true);
    await eventually(async () => {
      const rows = await sql`select outcome, answers from public.responses
        where survey_id = (select id from public.surveys where slug = 'by-keyboard')`;
      return [...rows];
    }).toEqual([{ outcome: 'partial', answers: { ease: 6, parts: ['charts'] } }]);
  } finally {
    await sql`delete from public.surveys where slug = 'by-keyboard'`;
  }
});

test('a conversation: its picture looked at, answered, its end scored, from a button of the page and back', async () => {
  const { page, widget } = visitor;
  await openProblem();
  await page.keyboard.type('The list is empty.');
  await tabTo(page, 'Add a screenshot');
  await press(page, 'Enter', /^Screenshot, marks: 0/);
  await tabTo(page, 'Use picture', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await widget.panel.getByRole('button', { name: 'Edit picture 1' }).waitFor();
  await tabTo(page, 'Send');
  await page.keyboard.press('Enter');
  await widget.panel.getByRole('heading', { name: received }).waitFor();
  await page.keyboard.press('Escape');
  const [conversation] = await mine();
  const id = conversation?.id ?? '';
  const staff = await agent();
  await answer(staff, id, 'Filled again.');

  await page.evaluate(() => {
    const button = document.createElement('button');
    button.id = 'own';
    button.textContent = 'Answers';
    button.dataset.hearbackOpen = 'conversations';
    document.body.prepend(button);
  });
  await page.locator('#own').focus();
  await press(page, 'Enter', 'Your conversations');
  await widget.panel.getByText('Filled again.').waitFor();
  await tabTo(page, new RegExp(`^Problem ${conversation?.number}`));
  await page.keyboard.press('Enter');
  await widget.panel.getByText('Filled again.').waitFor();
  await tabTo(page, 'Your picture');
  await page.keyboard.press('Enter');
  await eventually(() => focusIsIn(page, '.viewer')).toBe(true);
  const level = widget.host.locator('.viewer [role=status]');
  const before = await level.textContent();
  await page.keyboard.press('+');
  await eventually(() => level.textContent()).not.toBe(before);
  await press(page, 'Escape', 'Your picture');

  await tabTo(page, 'Your answer');
  await page.keyboard.type('Thanks, it is.');
  await tabTo(page, 'Send');
  await page.keyboard.press('Enter');
  await widget.panel.locator('.message:not(.unsent)').getByText('Thanks, it is.').waitFor();

  await staff.from('conversations').update({ status: 'closed' }).eq('id', id);
  await widget.panel.getByRole('button', { name: /^4 of 5/ }).waitFor();
  await tabTo(page, /^1 of 5/, 'Shift+Tab');
  await page.keyboard.press('ArrowRight');
  await press(page, 'ArrowRight', /^3 of 5/);
  await page.keyboard.press('Enter');
  await widget.panel.getByRole('textbox', { name: 'What could we have done better?' }).waitFor();
  await page.keyboard.type('Sooner.');
  await page.keyboard.press('Control+Enter');
  await widget.panel.getByText('Thank you.', { exact: false }).waitFor();
  await eventually(async () => {
    const rows = await superuser()`select score, comment from public.responses where conversation_id = ${id}`;
    return [...rows];
  }).toEqual([{ score: 3, comment: 'Sooner.' }]);
  await page.keyboard.press('Escape');
  await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe('own');
});

test('refused: kept rather than discarded, tried again in vain, edited and sent', async () => {
  const { page, widget } = visitor;
  const starting = '**/functions/v1/widget/conversations';
  await page.route(starting, (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({ status: 403, json: { error: { code: 'foreign_origin', message: randomUUID() } } })
      : route.fallback(),
  );
  await openForm(/^Suggest an idea/, 'What would you like to do?');
  await page.keyboard.type('Sort by name.');
  await tabTo(page, 'Send');
  await page.keyboard.press('Enter');
  await widget.panel.getByRole('heading', { name: 'Not sent' }).waitFor();
  await tabTo(page, 'Discard');
  await press(page, 'Enter', 'Keep it');
  await press(page, 'Enter', 'Discard');
  await tabTo(page, 'Try again now', 'Shift+Tab');
  const refused = page.waitForResponse(starting);
  await page.keyboard.press('Enter');
  await refused;
  await widget.panel.getByRole('heading', { name: 'Not sent' }).waitFor();
  await page.unroute(starting);
  await tabTo(page, 'Edit');
  await press(page, 'Enter', 'What would you like to do?');
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' And by date.');
  await tabTo(page, 'Send');
  await page.keyboard.press('Enter');
  await widget.panel.getByRole('heading', { name: received }).waitFor();
  expect((await mine()).map(({ messages }) => messages[0]?.body)).toEqual(['Sort by name. And by date.']);
  expect(await focused(page)).not.toBe('BODY');
});
