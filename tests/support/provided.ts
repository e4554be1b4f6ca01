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

declare module 'vitest' {
  interface ProvidedContext {
    stack: StackAccess;
    places: PlacesAccess;
  }
}
