import { browser } from 'wxt/browser';
import { z } from 'zod';
import { tell } from './changes.ts';

/** A picture that was asked for by a key, which the worker hears and the panel takes. */
const wish = z.object({
  part: z.enum(['visible', 'area']),
  tabId: z.number(),
  windowId: z.number(),
  /** In ms since the epoch. */
  at: z.number(),
});
export type Wish = z.infer<typeof wish>;

const key = 'wish';
/** As long as a panel may need to open, in ms. */
const patience = 15_000;

/** Whether a picture is still expected: nobody wants one out of the blue. */
export const isFresh = ({ at }: Wish, now: number): boolean => now - at < patience;

export async function makeWish(made: Wish): Promise<void> {
  await browser.storage.session.set({ [key]: made });
  tell('wish');
}

/** The wish of a window, handed out once. */
export async function takeWish(windowId: number): Promise<Wish | null> {
  const { data } = wish.safeParse((await browser.storage.session.get(key))[key]);
  if (data?.windowId !== windowId) return null;
  await browser.storage.session.remove(key);
  return data;
}
