import { options } from 'preact';

type Work<Args extends unknown[]> = (this: unknown, ...args: Args) => unknown;
type Report = (problem: unknown) => void;

let guarding = false;

/**
 * Catches what is thrown within Preact, so that the page's own error handlers never hear of it: by event handlers,
 * by what is drawn or done later, by effects, and by promises of handlers that are rejected.
 */
export function guardPreact(report: Report): void {
  if (guarding) return;
  guarding = true;
  const before = options.vnode;
  options.vnode = (vnode) => {
    if (typeof vnode.type === 'string') {
      const props: Record<string, unknown> = vnode.props;
      for (const name in props) {
        const handler = props[name];
        if (name.startsWith('on') && isWork(handler)) props[name] = guarded(handler, report);
      }
    }
    before?.(vnode);
  };
  options.debounceRendering = (draw) => void Promise.resolve().then(draw).catch(report);
  options.requestAnimationFrame = (work) => void setTimeout(guarded(work, report), 16);
}

/** The same function, which hands to `report` what it throws and what it rejects with. */
export const guarded = <Args extends unknown[]>(work: Work<Args>, report: Report): Work<Args> =>
  function (...args) {
    try {
      const result = work.apply(this, args);
      if (result instanceof Promise) result.catch(report);
      return result;
    } catch (problem) {
      report(problem);
    }
  };

const isWork = (value: unknown): value is Work<unknown[]> => typeof value === 'function';
