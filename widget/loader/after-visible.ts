/** Runs `work` once, after `delay` ms in which the page could be seen; never when `signal` ends before. */
export function afterVisible(delay: number, work: () => void, signal: AbortSignal): void {
  const done = new AbortController();
  let left = delay;
  let since: number;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(timer);
    if (timer) left -= Date.now() - since;
    timer = undefined;
    if (signal.aborted) return done.abort();
    if (document.hidden) return;
    since = Date.now();
    timer = setTimeout(() => {
      done.abort();
      work();
    }, left);
  };
  document.addEventListener('visibilitychange', look, { signal: done.signal });
  signal.addEventListener('abort', look, { signal: done.signal });
  look();
}
