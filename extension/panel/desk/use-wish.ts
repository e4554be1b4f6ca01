import { useEffect, useRef } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { PageState } from '../../capture/page.ts';
import type { Target } from '../../capture/take.ts';
import { listen } from '../../messages/changes.ts';
import { isFresh, takeWish, type Wish } from '../../messages/wish.ts';

/** Takes what was asked for by a key, as soon as the page it was asked for is the one in front. */
export function useWish(page: PageState | null, take: (page: Target, part: Wish['part']) => void): void {
  const wish = useRef<Wish | null>(null);
  const latest = useRef({ page, take });
  latest.current = { page, take };

  const fulfil = () => {
    const { page, take } = latest.current;
    const wanted = wish.current;
    if (!wanted || page?.kind !== 'ready' || page.tabId !== wanted.tabId) return;
    wish.current = null;
    if (isFresh(wanted, Date.now())) take(page, wanted.part);
  };
  useEffect(fulfil, [page]);
  useEffect(() => {
    const ask = async () => {
      const { id } = await browser.windows.getCurrent();
      const found = id === undefined ? null : await takeWish(id);
      if (!found) return;
      wish.current = found;
      fulfil();
    };
    void ask();
    return listen((change) => {
      if (change === 'wish') void ask();
    });
  }, []);
}
