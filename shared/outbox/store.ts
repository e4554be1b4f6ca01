import { type Database, openDatabase } from './database.ts';

type Keyed = { id: string; createdAt: number };

/** Why records are kept in memory alone: the storage is full, or there is none that may be used. */
export type StorageTrouble = 'storage_full' | 'storage_blocked';

/** Where records lie. */
export type Store<R extends Keyed> = {
  /** Why some of it does not outlive the page; null as long as all of it does. */
  readonly trouble: StorageTrouble | null;
  /** Whether this record does. */
  outlives(id: string): boolean;
  /** Oldest first. */
  all(): Promise<R[]>;
  /**
   * What a record was → what it shall be, in one transaction; null removes it, undefined leaves it. Answers what
   * `change` answered, which may be called twice.
   */
  change(id: string, change: (was: R | undefined) => R | null | undefined): Promise<R | null | undefined>;
  close(): void;
};

/**
 * A store in IndexedDB. Where that is missing, refuses (private windows) or is full, the records that it does
 * not take are kept in memory, and `trouble` says why as long as they are there.
 */
export function openStore<R extends Keyed>(name: string): Store<R> {
  const memory = new Map<string, R>();
  let trouble: StorageTrouble | null = null;
  let connection: Promise<Database> | undefined;

  const database = () => {
    connection ??= openDatabase(`hearback-outbox-${name}`, () => {
      connection = undefined;
    });
    return connection;
  };
  const close = () => {
    connection?.then(
      (db) => db.close(),
      () => {},
    );
    connection = undefined;
  };
  const fail = (error: unknown) => {
    trouble =
      error instanceof DOMException && error.name === 'QuotaExceededError'
        ? 'storage_full'
        : 'storage_blocked';
    close();
  };

  return {
    get trouble() {
      return memory.size > 0 ? trouble : null;
    },
    outlives: (id) => !memory.has(id),
    async all() {
      let stored: R[] = [];
      try {
        stored = await (await database()).all();
      } catch (error) {
        fail(error);
      }
      const records = [...stored.filter(({ id }) => !memory.has(id)), ...memory.values()];
      return records.sort((a, b) => a.createdAt - b.createdAt);
    },
    async change(id, change) {
      let was = memory.get(id);
      if (!was) {
        try {
          return await (await database()).change<R>(id, (found) => {
            was = found;
            return change(found);
          });
        } catch (error) {
          fail(error);
        }
      }
      const next = change(memory.get(id) ?? was);
      if (next) memory.set(id, next);
      else if (next === null) memory.delete(id);
      return next;
    },
    close,
  };
}
