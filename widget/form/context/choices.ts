import type { Core } from '../../loader/core.ts';

type Chooser = Pick<Core, 'options'>;
const memory = new Map<string, ReadonlySet<string>>();
const nameOf = ({ options }: Chooser) => `hearback:${options.project}:left-out`;

/** The names of what this visitor wants left out of his messages, as long as this tab is open. */
export function leftOut(core: Chooser): ReadonlySet<string> {
  const name = nameOf(core);
  const known = memory.get(name);
  if (known) return known;
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(name) ?? '[]');
    if (Array.isArray(kept)) return new Set(kept.filter((each) => typeof each === 'string'));
  } catch {
    // Nothing was left out that is known.
  }
  return new Set();
}

/** Leaves it out from now on, or sends it again. Where the browser keeps nothing, as long as the page is open. */
export function choose(core: Chooser, part: string, send: boolean): ReadonlySet<string> {
  const name = nameOf(core);
  const next = new Set(leftOut(core));
  if (send) next.delete(part);
  else next.add(part);
  memory.set(name, next);
  try {
    sessionStorage.setItem(name, JSON.stringify([...next]));
  } catch {
    // Blocked or full: then it stays in memory alone.
  }
  return next;
}
