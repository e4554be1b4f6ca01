import { press, type Screen } from './screen.ts';

/** The boards, one of them, and a capture. */
export const boardsScreens = ({ board, capture }: Record<'board' | 'capture', string>): Screen[] => [
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
];
