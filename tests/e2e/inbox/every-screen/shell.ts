import type { Page } from 'playwright';
import { dialog, press, type Screen } from './screen.ts';

const wrong = async (page: Page) => {
  await page.locator('[name=email]').fill('agent@example.com');
  await page.locator('[name=password]').fill('not it');
  await press('[type=submit]')(page);
  await page.locator('.hb-error:not([hidden])').waitFor();
};

/** Signing in, the account, the keys, the settings of a project, and an address that leads nowhere. */
export const shellScreens: readonly Screen[] = [
  { name: 'sign-in', who: 'nobody', hash: '#/', ready: '.sign-in-form' },
  { name: 'sign-in wrong', who: 'nobody', hash: '#/', ready: '.sign-in-form', go: wrong },
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
