/** What the panel can do with the page in front: take it, or say why not. */
export type PageState =
  | {
      kind: 'ready';
      tabId: number;
      windowId: number;
      url: string;
      title: string;
      /** The browser lets no script in: it can be seen, and neither looked into nor drawn upon. */
      closed: boolean;
    }
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

/**
 * @param own the start of the extension's own addresses
 * @param closed whether the browser is known to let no script in
 */
export function pageState(tab: Tab | undefined, own: string, closed = false): PageState {
  if (tab?.id === undefined || !tab.url) return { kind: 'not-granted' };
  if (tab.url.startsWith(own)) return { kind: 'own-page' };
  if (!/^https?:\/\//.test(tab.url)) return { kind: 'not-a-web-page' };
  const { id: tabId, windowId, url, title = '' } = tab;
  return { kind: 'ready', tabId, windowId, url, title, closed };
}
