// Where the parts of the widget are on a page.
import type { Frame, Locator, Page } from 'playwright';

export type Widget = {
  /** The widget's element on the page. */
  host: Locator;
  launcher: Locator;
  /** How many answers are unread, on the launcher. */
  badge: Locator;
  panel: Locator;
  text: Locator;
  /** The window for drawing on a picture. */
  editor: Locator;
  /** The card of a survey. */
  card: Locator;
};

/** The parts of the widget on a page. */
export function widgetOn(page: Page | Frame): Widget {
  const host = page.locator('hearback-widget');
  const panel = host.locator('.panel');
  return {
    host,
    launcher: host.locator('.launcher'),
    badge: host.locator('.badge'),
    panel,
    text: panel.locator('textarea'),
    editor: host.locator('.editor-layer'),
    card: host.locator('.survey'),
  };
}
