import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../shared/ui/button.tsx';
import { useText } from '../settings/text.ts';
import { shell } from '../settings/texts.ts';
import { FailureState } from '../view/failure.tsx';
import type { Pages } from './use-pages.ts';

/** The end of a growing list: loads the next page when it comes near the window, and on a press. */
export function LoadMore({ pages }: { pages: Omit<Pages<unknown>, 'change'> }) {
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

  if (pages.state === 'failed' && pages.failure && pages.rows.length > 0)
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
