import { realPicture } from '../visitors.ts';
import { dialog, press, type Screen } from './screen.ts';

const nowhere = '00000000-0000-4000-8000-000000000000';

/** The inbox and its threads. */
export const conversationsScreens = ({
  pictured,
  noted,
  full,
}: Record<'pictured' | 'noted' | 'full', string>): Screen[] => [
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
];
