import { browser } from 'wxt/browser';

/** Shows the tab in which a draft is open, or opens one. */
export async function openEditor(draftId: string): Promise<void> {
  const url = `${browser.runtime.getURL('/editor.html')}#${draftId}`;
  // Tabs of the extension's own pages may be asked for without any permission.
  const open = (await browser.tabs.query({})).find((tab) => tab.url === url);
  if (open?.id === undefined) await browser.tabs.create({ url });
  else await browser.tabs.update(open.id, { active: true });
}
