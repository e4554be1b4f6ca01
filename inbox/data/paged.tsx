import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../shared/ui/button.tsx';
import { Skeleton } from '../../shared/ui/status.tsx';
import { useText } from '../settings/text.ts';
import { shell } from '../settings/texts.ts';
import { FailureState } from '../view/failure.tsx';
import type { Pages } from './use-pages.ts';

type Shown = Omit<Pages<unknown>, 'change'>;

/** A growing list as it is: on its way, not to be had, `empty`, or the children and the way to more of them. */
export function Paged(props: {
  pages: Shown;
  /** What stands there until the first page does: how many lines, and what they say to who cannot see them. */
  waiting: { lines: number; label: string };
  empty: ComponentChildren;
  children: ComponentChildren;
}) {
  const { pages, waiting, empty, children } = props;
  if (pages.state === 'loading') return <Skeleton {...waiting} />;
  if (pages.rows.length > 0)
    return (
      <>
        {children}
        <LoadMore pages={pages} />
      </>
    );
  if (pages.failure) return <FailureState failure={pages.failure} onRetry={pages.retry} />;
  return <>{empty}</>;
}

/** The end of a growing list: loads the next page when it comes near the window, and on a press. */
function LoadMore({ pages }: { pages: Shown }) {
  const t = useText(shell);
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(pages);
  latest.current = pages;
  const waiting = pages.more && pages.state === 'ready';
  useEffect(() => {
    if (!waiting || !place.current) return;
    const watch = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && latest.current.loadMore(),
      { rootMargin: '400px' },
    );
    watch.observe(place.current);
    return () => watch.disconnect();
  }, [waiting, pages.rows.length]);

  if (pages.state === 'failed' && pages.failure)
    return <FailureState failure={pages.failure} onRetry={pages.retry} />;
  if (!pages.more) return null;
  return (
    <div ref={place} class="load-more">
      <Button variant="ghost" busy={pages.state === 'more'} onClick={pages.loadMore}>
        {t('load_more')}
      </Button>
    </div>
  );
}
