import { options } from 'preact';

type Handler = (this: unknown, ...args: unknown[]) => unknown;

let guarding = false;

/** Catches what an event handler throws, so that the page's own error handlers never hear of it. */
export function guardHandlers(report: (problem: unknown) => void): void {
  if (guarding) return;
  guarding = true;
  const before = options.vnode;
  options.vnode = (vnode) => {
    if (typeof vnode.type === 'string') {
      const props: Record<string, unknown> = vnode.props;
      for (const name in props) {
        const handler = props[name];
        if (name.startsWith('on') && isHandler(handler)) props[name] = guarded(handler, report);
      }
    }
    before?.(vnode);
  };
}

const isHandler = (value: unknown): value is Handler => typeof value === 'function';

function guarded(handler: Handler, report: (problem: unknown) => void): Handler {
  return function (this: unknown, ...args: unknown[]) {
    try {
      const result = handler.apply(this, args);
      if (result instanceof Promise) result.catch(report);
      return result;
    } catch (problem) {
      report(problem);
    }
  };
}
