import type { Page } from 'playwright';
import { addressOf } from '../pages.ts';

/** A screen or state of the inbox, and how to get there. Selectors, so that they hold in every language. */
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

/** Presses the first that `selector` finds. */
export const press = (selector: string) => (page: Page) => page.locator(selector).first().click();
/** Waits for a dialog. */
export const dialog = (page: Page) => page.locator('dialog[open]').last().waitFor();

/** Shows a screen from its beginning, whatever the page showed before. */
export async function show(page: Page, screen: Screen): Promise<void> {
  // Another document in between, so that no state of the last screen is left; nothing asks to stay.
  await page.goto('about:blank');
  await page.goto(addressOf(screen.hash));
  await page.locator(screen.ready).first().waitFor();
  await screen.go?.(page);
}
