// Somebody without a mouse: keys, and what has the focus.
import type { Page } from 'playwright';
import { eventually } from '../eventually.ts';

/** The name of what has the focus, however deep in shadow trees; `BODY` where nothing has it. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let element = document.activeElement;
    if (!element || element === document.body) return 'BODY';
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const labels =
      element && 'labels' in element && element.labels instanceof NodeList ? element.labels : null;
    const field = element?.matches('input, textarea, select');
    const text = field ? labels?.[0]?.textContent : element?.textContent;
    const name = element?.getAttribute('aria-label') || text || element?.querySelector('img')?.alt;
    return (name ?? '').replace(/\s+/g, ' ').trim();
  });

/** Whether the focus is on or in the part of the widget that this selector names. */
export const focusIsIn = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((part) => document.activeElement?.shadowRoot?.activeElement?.closest(part) != null, selector);

const fits = (now: string, name: string | RegExp) =>
  typeof name === 'string' ? now === name : name.test(now);

/** Presses a key and waits until what has the focus fits. */
export async function press(page: Page, key: string, then: string | RegExp): Promise<void> {
  await page.keyboard.press(key);
  await focusOn(page, then);
}

/** Waits until what has the focus fits. */
export const focusOn = (page: Page, name: string | RegExp): Promise<void> =>
  eventually(() => focused(page)).toMatch(typeof name === 'string' ? exactly(name) : name);

const exactly = (text: string) => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);

/** Presses Tab until something with this name has the focus; not for ever. */
export async function tabTo(page: Page, name: string | RegExp, key = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 40; presses++) {
    const now = await focused(page);
    if (fits(now, name)) return;
    passed.push(now);
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${name}. It came by: ${passed.join(' | ')}`);
}

/**
 * Notes from now on whenever nothing on the page has the focus for three frames, while the panel or a window over it
 * is open. What is answered gives what had it before, each time.
 */
export async function watchFocus(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const lost: string[] = [];
    Reflect.set(window, 'lostFocus', lost);
    let frames = 0;
    let last: string | null | undefined;
    const look = () => {
      const root = document.querySelector('hearback-widget')?.shadowRoot;
      const open = root?.querySelector('.panel:not([hidden]), .editor-layer, .viewer');
      const { activeElement: active } = document;
      if (active && active !== document.body) {
        frames = 0;
        last = root?.activeElement?.getAttribute('aria-label') ?? root?.activeElement?.textContent;
      } else {
        frames = open ? frames + 1 : 0;
        if (frames === 3) lost.push(`${last}`.trim());
      }
      requestAnimationFrame(look);
    };
    look();
  });
  return () => page.evaluate(() => Reflect.get(window, 'lostFocus'));
}
