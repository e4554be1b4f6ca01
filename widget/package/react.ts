import { useEffect, useRef, useState } from 'react';
import { init } from '../loader/index.ts';
import type { Hearback, Options } from '../public.ts';

/**
 * Runs the widget as long as the component stands, and gives its handle; null before that and on a server.
 * A changed user is identified, one that is gone (logged out) is forgotten, and a changed context is told; another
 * project, language or look starts the widget anew. `beforeSend` may be another function at every render.
 *
 *     const hearback = useHearback({ project: 'pk_…', api: 'https://…', user, signature });
 */
export function useHearback(options: Options): Hearback | null {
  const [hearback, setHearback] = useState<Hearback | null>(null);
  const latest = useRef(options);
  latest.current = options;
  const { user, signature, context, beforeSend, ...rest } = options;
  const known = user && JSON.stringify([user, signature]);
  const facts = context && JSON.stringify(context);
  const told = useRef<{ known?: string | undefined; facts?: string | undefined }>({});
  const filtered = beforeSend !== undefined;

  useEffect(() => {
    told.current = { known, facts };
    const { beforeSend: _, ...plain } = latest.current;
    const running = init({
      ...plain,
      ...(filtered ? { beforeSend: (message) => latest.current.beforeSend?.(message) ?? null } : {}),
    });
    setHearback(running);
    return () => {
      running.destroy();
      setHearback(null);
    };
  }, [JSON.stringify(rest), filtered]);

  useEffect(() => {
    if (!hearback || told.current.known === known) return;
    const { user: now, signature: signed } = latest.current;
    told.current.known = known;
    if (now) void hearback.identify(now, signed);
    else void hearback.reset();
  }, [hearback, known]);

  useEffect(() => {
    if (!hearback || told.current.facts === facts) return;
    const gone: Record<string, null> = {};
    for (const name of Object.keys(JSON.parse(told.current.facts ?? '{}'))) gone[name] = null;
    told.current.facts = facts;
    hearback.setContext({ ...gone, ...latest.current.context });
  }, [hearback, facts]);

  return hearback;
}
