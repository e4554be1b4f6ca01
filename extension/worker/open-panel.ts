import { browser } from 'wxt/browser';

type Sidebar = { open(): Promise<void> };

/** Firefox's name for the side panel; the types know Chrome only. */
function sidebarOf(api: object): Sidebar | null {
  if (!('sidebarAction' in api)) return null;
  const { sidebarAction } = api;
  const isSidebar = (value: unknown): value is Sidebar =>
    typeof value === 'object' && value !== null && 'open' in value;
  return isSidebar(sidebarAction) ? sidebarAction : null;
}

/**
 * Opens the panel in a window. Only as the direct answer to a click: browsers refuse it after an await.
 * Chrome could open it by itself, but then the click would not let us at the page.
 */
export function openPanel(windowId: number): void {
  const opened = sidebarOf(browser)?.open() ?? browser.sidePanel.open({ windowId });
  opened.catch((cause: unknown) => console.error('Hearback: the panel did not open.', cause));
}
