import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { letsLookIn } from '../../capture/look.ts';
import { type PageState, pageState } from '../../capture/page.ts';
import { listen } from '../../messages/changes.ts';

/** The page beside the panel, looked at anew whenever another comes to the front or is opened in its place. */
export function usePageInFront(): PageState | null {
  const [state, setState] = useState<PageState | null>(null);
  useEffect(() => {
    let last = 0;
    const own = browser.runtime.getURL('/');
    const look = async () => {
      const mine = ++last;
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
      if (mine !== last) return;
      const open = pageState(tab, own);
      // What was found of this page holds until the browser has said otherwise: nothing flickers meanwhile.
      setState((before) =>
        before?.kind === 'ready' && open.kind === 'ready' && before.url === open.url
          ? { ...open, closed: before.closed }
          : open,
      );
      if (open.kind !== 'ready') return;
      const closed = !(await letsLookIn(open.tabId));
      if (mine === last) setState({ ...open, closed });
    };
    const changed = () => void look();
    changed();
    browser.tabs.onActivated.addListener(changed);
    browser.tabs.onUpdated.addListener(changed);
    const stop = listen((change) => {
      // Either lets the extension at the page.
      if (change === 'page' || change === 'wish') changed();
    });
    return () => {
      last = -1;
      browser.tabs.onActivated.removeListener(changed);
      browser.tabs.onUpdated.removeListener(changed);
      stop();
    };
  }, []);
  return state;
}
