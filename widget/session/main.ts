import type { LogBook, RunningCore, Session } from '../loader/core.ts';
import type { User } from '../public.ts';
import { forgetUser, type Naming, nameUser } from './identity.ts';
import { readKnown } from './known.ts';
import { type Fact, factsTold, userTold } from './told.ts';

/** How long to wait before a user is named again to a server that did not answer, in ms. */
const again = [5000, 30_000, 120_000];

/** Begins with what the page gave as options. */
export function begin(core: RunningCore): Session {
  const { options, store, signal, emit, report } = core;
  const visitors = new Set<(who: 'same' | 'other') => void>();
  const listeners = new Set<(event: string) => void>();
  const tracked: string[] = [];
  let facts: Record<string, Fact> = factsTold({}, options.context);
  let named: User | null = readKnown(store)?.user ?? null;
  /** Naming and forgetting go one after the other. */
  let underWay: Promise<unknown> = Promise.resolve();
  let book: Promise<LogBook> | undefined;
  let noted: LogBook | undefined;

  const became = (who: 'same' | 'other') => {
    if (who === 'other') {
      named = null;
      core.close();
      core.setUnread(0);
      // The panel, if it is there, begins anew: nothing of what was written or read is left in it.
      core.stage.dispatchEvent(new Event('other'));
    }
    for (const listener of visitors) attempt(() => listener(who));
  };
  const attempt = (work: () => void) => {
    try {
      work();
    } catch (problem) {
      report(problem);
    }
  };
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const done = underWay.then(work);
    underWay = done.catch(() => {});
    return done;
  };

  const identify = async (told: unknown, signature: unknown, tries = 0): Promise<{ verified: boolean }> => {
    const user = userTold(told);
    if (!user) {
      report('identify needs a user with an id of 1 to 200 characters');
      return { verified: false };
    }
    const naming = await inTurn(async (): Promise<Naming> => {
      const outcome = await nameUser(core, user, typeof signature === 'string' ? signature : undefined, () =>
        became('other'),
      );
      named = user;
      return outcome;
    }).catch((problem): Naming => {
      report(problem);
      return { kind: 'failed' };
    });
    const wait = again[tries];
    if (naming.kind === 'failed' && wait && !signal.aborted)
      setTimeout(() => {
        // Somebody else may have been named meanwhile, or nobody.
        if (named === user && !signal.aborted) void identify(user, signature, tries + 1);
      }, wait);
    if (naming.kind === 'failed') return { verified: false };
    if (naming.kind === 'named' && naming.merged) became('same');
    const verified = naming.kind === 'named' && naming.verified;
    if (verified) {
      // What he wrote on another device may have been answered.
      store.set('wrote', '1');
      core.background();
    }
    emit('identified', { verified });
    return { verified };
  };

  // Another tab may log out, or somebody else in.
  addEventListener(
    'storage',
    ({ key, oldValue, newValue }) => {
      if (key === `hearback:${options.project}:visitor` && oldValue && newValue !== oldValue) became('other');
    },
    { signal },
  );
  if (`${options.logs ?? false}` !== 'false') {
    book = import('../logs/main.ts').then((room) => room.startLogs(core));
    book.then((opened) => {
      noted = opened;
    }, report);
  }
  if (options.user) void identify(options.user, options.signature);

  return {
    ready: async () => void (await underWay),
    user: () => named,
    verified: () => readKnown(store)?.verified === true,
    context: () => facts,
    logs: () => noted?.logsSoFar() ?? null,
    tracked: () => tracked,
    onTrack(listener, until) {
      listeners.add(listener);
      until.addEventListener('abort', () => listeners.delete(listener));
    },
    onVisitor(listener, until) {
      visitors.add(listener);
      until.addEventListener('abort', () => visitors.delete(listener));
    },
    identify: (user, signature) => identify(user, signature),
    reset: () =>
      inTurn(async () => {
        const forgotten = forgetUser(core);
        became('other');
        await forgotten;
      }).catch(report),
    setContext(told) {
      facts = factsTold(facts, told);
    },
    addBreadcrumb(text) {
      book?.then((opened) => opened.note(`${text}`)).catch(report);
    },
    track(event) {
      tracked.push(`${event}`);
      for (const listener of listeners) attempt(() => listener(`${event}`));
      core.surveys().catch(report);
    },
    async ask(survey) {
      try {
        await underWay;
        const room = await import('../survey/main.ts');
        return await room.ask(core, `${survey}`);
      } catch (problem) {
        report(problem);
        return false;
      }
    },
  };
}
