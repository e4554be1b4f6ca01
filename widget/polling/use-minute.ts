import { useEffect, useState } from 'preact/hooks';

/** The time in ms since the epoch, moving on every minute: what is said as "3 minutes ago" stays true. */
export function useMinute(): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
