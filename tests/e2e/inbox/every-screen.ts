// Every screen and state of the inbox, and how to get there, for looking at all of them in every look.
import type { Page } from 'playwright';
import { demoProjectId } from '../../../supabase/local/demo.ts';
import { superuser } from '../../support/callers.ts';
import { furnished } from './furnished.ts';
import { addressOf } from './pages.ts';
import { realPicture } from './visitors.ts';

export type Screen = {
  name: string;
  /** Who looks: a role of the demo company, somebody in an empty workspace, or nobody signed in. */
  who: 'agent' | 'pm' | 'viewer' | 'newcomer' | 'nobody';
  hash: string;
  /** What is there once the screen is. */
  ready: string;
  /** From there to the state; waits until it is reached. */
  go?: (page: Page) => Promise<void>;
  /** Once more what a change of the window's width undoes. */
  again?: (page: Page) => Promise<void>;
  /** Undoes what a reload of the page does not. */
  after?: (page: Page) => Promise<void>;
};

/** Things of the demo company that the screens show. */
async function demoThings() {
  const [found] = await superuser()<
    Record<'pictured' | 'noted' | 'article' | 'survey' | 'board' | 'capture', string>[]
  >`
    select
      (select m.conversation_id from public.attachments a join public.messages m on m.id = a.message_id
        join public.conversations c on c.id = m.conversation_id
        where a.project_id = ${demoProjectId} and c.status = 'open' order by c.number limit 1) as pictured,
      (select m.conversation_id from public.messages m
        where m.project_id = ${demoProjectId} and m.internal
          and exists (select from public.messages o where o.conversation_id = m.conversation_id
            and o.author = 'member' and not o.internal)
        order by m.created_at limit 1) as noted,
      (select id from public.articles where project_id = ${demoProjectId} and status = 'published'
        order by title limit 1) as article,
      (select id from public.surveys where project_id = ${demoProjectId} and slug = 'export') as survey,
      p.board_id as board, p.id as capture
    from public.captures p where p.project_id = ${demoProjectId} order by p.captured_at limit 1`;
  if (found === undefined) throw new Error('the demo company is not there');
  return found;
}

const press = (selector: string) => (page: Page) => page.locator(selector).first().click();
const dialog = (page: Page) => page.locator('dialog[open]').last().waitFor();

/** The list of them; `ready` and the presses are selectors, so that they hold in every language. */
export async function screens(): Promise<Screen[]> {
  const [{ pictured, noted, article, survey, board, capture }, full] = await Promise.all([
    demoThings(),
    furnished(),
  ]);
  const nowhere = '00000000-0000-4000-8000-000000000000';
  const wrong = async (page: Page) => {
    await page.locator('[name=email]').fill('agent@example.com');
    await page.locator('[name=password]').fill('not it');
    await press('[type=submit]')(page);
    await page.locator('.hb-error:not([hidden])').waitFor();
  };
  return [
    { name: 'sign-in', who: 'nobody', hash: '#/', ready: '.sign-in-form' },
    { name: 'sign-in wrong', who: 'nobody', hash: '#/', ready: '.sign-in-form', go: wrong },
    { name: 'inbox', who: 'agent', hash: '#/inbox', ready: '.row' },
    { name: 'inbox all', who: 'agent', hash: '#/inbox?status=all', ready: '.row' },
    { name: 'inbox empty', who: 'newcomer', hash: '#/inbox', ready: '.list .hb-empty' },
    {
      name: 'inbox none of kind',
      who: 'newcomer',
      hash: '#/inbox?kind=praise&status=closed',
      ready: '.list .hb-empty .hb-button',
    },
    {
      name: 'inbox offline',
      who: 'agent',
      hash: '#/inbox',
      ready: '.row',
      go: async (page) => {
        await page.context().setOffline(true);
        await page.locator('.connection-line').waitFor();
      },
      after: (page) => page.context().setOffline(false),
    },
    { name: 'thread with picture', who: 'agent', hash: `#/inbox/${pictured}`, ready: '.thumbnail img' },
    {
      name: 'picture at full size',
      who: 'agent',
      hash: `#/inbox/${pictured}`,
      ready: '.thumbnail img',
      go: async (page) => {
        await press('.thumbnail')(page);
        await page.locator('.viewer img').waitFor();
      },
    },
    {
      name: 'thread with note, writing one',
      who: 'agent',
      hash: `#/inbox/${noted}?status=all`,
      ready: '.message-note',
      go: async (page) => {
        await page.locator('#thread-title').focus();
        await page.keyboard.press('n');
        await page.locator('.composer-note textarea').waitFor();
      },
    },
    {
      name: 'thread, details open',
      who: 'agent',
      hash: `#/inbox/${pictured}`,
      ready: '.thumbnail img',
      again: async (page) => {
        await page.locator('.facts:not([open]) summary').click();
        await page.locator('.facts[open] dd').first().waitFor();
      },
    },
    { name: 'thread with everything', who: 'agent', hash: `#/inbox/${full}?status=all`, ready: '.response' },
    {
      name: 'thread with everything, details open',
      who: 'agent',
      hash: `#/inbox/${full}?status=all`,
      ready: '.read-before',
      again: async (page) => {
        await page.locator('.facts:not([open]) summary').click();
        await page.locator('.facts[open] .log').waitFor();
      },
    },
    {
      name: 'what happened before',
      who: 'agent',
      hash: `#/inbox/${full}?status=all`,
      ready: '.log-entry',
      go: async (page) => {
        await press('.facts-part:has(.log) > .hb-button')(page);
        await dialog(page);
      },
    },
    {
      name: 'answer with a picture, a file and one that is not taken',
      who: 'agent',
      hash: `#/inbox/${full}?status=all`,
      ready: '.composer',
      go: async (page) => {
        await page.locator('.composer input[type=file]').setInputFiles([
          { name: 'screen.webp', mimeType: 'image/webp', buffer: Buffer.from(await realPicture()) },
          { name: 'server.log', mimeType: 'text/plain', buffer: Buffer.from('a line') },
          { name: 'tool.exe', mimeType: '', buffer: Buffer.from([0, 1, 2, 3]) },
        ]);
        await page.locator('.parcel-ready').nth(1).waitFor();
      },
    },
    {
      name: 'drawing on a picture of an answer',
      who: 'agent',
      hash: `#/inbox/${full}?status=all`,
      ready: '.composer',
      go: async (page) => {
        await page
          .locator('.composer input[type=file]')
          .setInputFiles([
            { name: 'screen.webp', mimeType: 'image/webp', buffer: Buffer.from(await realPicture()) },
          ]);
        await page.locator('.parcel-ready').waitFor();
        await press('.parcel .hb-square')(page);
        await page.locator('.hb-annotate-svg').waitFor();
      },
    },
    { name: 'thread as viewer', who: 'viewer', hash: `#/inbox/${noted}?status=all`, ready: '.read-only' },
    { name: 'thread not found', who: 'agent', hash: `#/inbox/${nowhere}`, ready: '.thread-pane .hb-empty' },
    { name: 'articles', who: 'agent', hash: '#/articles', ready: 'tbody tr' },
    { name: 'articles as pm', who: 'pm', hash: '#/articles', ready: 'tbody tr' },
    { name: 'articles empty', who: 'newcomer', hash: '#/articles', ready: '.hb-empty' },
    { name: 'article', who: 'agent', hash: `#/articles/${article}`, ready: '.prose h1 + div > *' },
    { name: 'article as pm', who: 'pm', hash: `#/articles/${article}`, ready: '.prose h1 + div > *' },
    {
      name: 'new article, refused',
      who: 'agent',
      hash: '#/articles/new',
      ready: '.editor-form textarea',
      go: async (page) => {
        await press('.editor-actions .hb-primary')(page);
        await page.locator('.hb-error:not([hidden])').first().waitFor();
      },
    },
    {
      name: 'article, delete?',
      who: 'agent',
      hash: `#/articles/${article}`,
      ready: '.prose h1 + div > *',
      go: async (page) => {
        await press('.editor-actions .hb-ghost')(page);
        await dialog(page);
      },
    },
    { name: 'nps', who: 'agent', hash: '#/nps', ready: '.comment-list li' },
    {
      name: 'nps all time, table',
      who: 'agent',
      hash: '#/nps?range=all',
      ready: '.comment-list li',
      go: press('.months-table summary'),
    },
    { name: 'nps empty', who: 'newcomer', hash: '#/nps', ready: '.hb-empty' },
    { name: 'surveys', who: 'pm', hash: '#/surveys', ready: '.surveys tbody tr' },
    { name: 'surveys empty', who: 'newcomer', hash: '#/surveys', ready: '.template' },
    { name: 'survey', who: 'pm', hash: `#/surveys/${survey}`, ready: '.survey-preview-card .sq-option' },
    { name: 'survey as viewer', who: 'viewer', hash: `#/surveys/${survey}`, ready: '.read-only' },
    {
      name: 'new survey, refused',
      who: 'pm',
      hash: '#/surveys/new?template=empty',
      ready: '.survey-form',
      go: async (page) => {
        await press('.add-question')(page);
        await press('.hb-menu-item')(page);
        await press('.editor-actions .hb-primary')(page);
        await page.locator('.fault-summary').waitFor();
      },
    },
    {
      name: 'survey, delete?',
      who: 'pm',
      hash: '#/surveys',
      ready: '.surveys tbody tr',
      go: async (page) => {
        await press('.surveys-actions button')(page);
        await press('.hb-menu-danger')(page);
        await page.locator('dialog[open] p').waitFor();
      },
    },
    { name: 'survey results', who: 'agent', hash: `#/surveys/${survey}/results`, ready: '.written li' },
    { name: 'boards', who: 'pm', hash: '#/boards', ready: '.cover img' },
    { name: 'boards as agent', who: 'agent', hash: '#/boards', ready: '.cover img' },
    { name: 'boards empty', who: 'newcomer', hash: '#/boards', ready: '.hb-empty' },
    {
      name: 'new board, refused',
      who: 'pm',
      hash: '#/boards',
      ready: '.cover img',
      go: async (page) => {
        await press('.page-head .hb-primary')(page);
        await page.locator('dialog input').press('Enter');
        await page.locator('dialog .hb-error:not([hidden])').waitFor();
      },
    },
    { name: 'board', who: 'pm', hash: `#/boards/${board}`, ready: '.capture-picture img' },
    { name: 'capture', who: 'pm', hash: `#/boards/${board}/${capture}`, ready: '.capture-full img' },
    {
      name: 'capture, editing',
      who: 'pm',
      hash: `#/boards/${board}/${capture}`,
      ready: '.capture-full img',
      go: async (page) => {
        await press('.hb-dialog-foot .hb-secondary')(page);
        await page.locator('.capture-form').waitFor();
      },
    },
    {
      name: 'capture, delete?',
      who: 'pm',
      hash: `#/boards/${board}/${capture}`,
      ready: '.capture-full img',
      go: async (page) => {
        await press('.hb-dialog-foot .hb-ghost')(page);
        await page.locator('.confirm-question').waitFor();
      },
    },
    {
      name: 'account',
      who: 'agent',
      hash: '#/inbox',
      ready: '.row',
      go: async (page) => {
        await press('.account')(page);
        await dialog(page);
      },
    },
    {
      name: 'shortcuts',
      who: 'agent',
      hash: '#/inbox',
      ready: '.row',
      go: async (page) => {
        await page.keyboard.press('?');
        await dialog(page);
      },
    },
    { name: 'settings', who: 'newcomer', hash: '#/settings', ready: '.setting' },
    {
      name: 'settings, refused',
      who: 'newcomer',
      hash: '#/settings',
      ready: '.setting',
      go: async (page) => {
        await press('.setting .hb-segment')(page);
        await page.locator('.day input').first().fill('23:00');
        await page.locator('form:has(.day) [type=submit]').click();
        await page.locator('.setting-line input').fill('nonsense');
        await page.locator('.setting-line input').press('Enter');
        await page.locator('.setting-line .hb-error:not([hidden])').waitFor();
        await press('.signing summary')(page);
      },
    },
    {
      name: 'settings, change the secret?',
      who: 'newcomer',
      hash: '#/settings',
      ready: '.setting',
      go: async (page) => {
        await press('.secret-tools .hb-ghost')(page);
        await dialog(page);
      },
    },
    { name: 'settings as viewer', who: 'viewer', hash: '#/settings', ready: '.setting' },
    { name: 'nothing here', who: 'agent', hash: '#/no/such/screen', ready: '.hb-empty' },
  ];
}

/** Shows a screen from its beginning, whatever the page showed before. */
export async function show(page: Page, screen: Screen): Promise<void> {
  // Another document in between, so that no state of the last screen is left; nothing asks to stay.
  await page.goto('about:blank');
  await page.goto(addressOf(screen.hash));
  await page.locator(screen.ready).first().waitFor();
  await screen.go?.(page);
}
