/** What the panel can do with the page in front: take it, or say why not. */
export type PageState =
  | { kind: 'ready'; tabId: number; windowId: number; url: string; title: string }
  /** The browser tells nothing of the page until the member clicks the icon on it. */
  | { kind: 'not-granted' }
  /** A page of the extension, such as the editor. */
  | { kind: 'own-page' }
  /** A page of the browser itself, a file or the like: it has no address that could be filed. */
  | { kind: 'not-a-web-page' };

/** The parts of a tab that decide. `url` is absent where the extension has no access to the page. */
export type Tab = {
  id?: number | undefined;
  windowId: number;
  url?: string | undefined;
  title?: string | undefined;
};

/** @param own the start of the extension's own addresses */
export function pageState(tab: Tab | undefined, own: string): PageState {
  if (tab?.id === undefined || !tab.url) return { kind: 'not-granted' };
  if (tab.url.startsWith(own)) return { kind: 'own-page' };
  if (!/^https?:\/\//.test(tab.url)) return { kind: 'not-a-web-page' };
  return { kind: 'ready', tabId: tab.id, windowId: tab.windowId, url: tab.url, title: tab.title ?? '' };
}
