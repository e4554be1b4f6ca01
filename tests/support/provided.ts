// What the global set-ups hand to the tests; import this file for its types.

/** How to reach the running stack. */
export type StackAccess = {
  apiUrl: string;
  /** As the role `postgres`. */
  dbUrl: string;
  /** As the superuser. */
  adminDbUrl: string;
  publishableKey: string;
  serviceRoleKey: string;
  jwtSecret: string;
  dataDir: string;
};

/** The served applications of the end-to-end tests. */
export type PlacesAccess = { demoUrl: string; inboxUrl: string; extensionDir: string };

/** Of what was started once for each test file that may run at the same time, this worker's own. */
export function ownOf<Access>(all: readonly Access[]): Access {
  const own = all[(Number(process.env.VITEST_POOL_ID ?? 1) - 1) % all.length];
  if (own === undefined) throw new Error('nothing was started for this worker');
  return own;
}

declare module 'vitest' {
  interface ProvidedContext {
    stacks: StackAccess[];
    places: PlacesAccess[];
  }
}
