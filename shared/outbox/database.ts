/**
 * The few calls to IndexedDB that the outbox makes. Written out because a wrapper for all of IndexedDB would be
 * a third of the outbox's size.
 */
export type Database = {
  all<R>(): Promise<R[]>;
  /** One transaction; resolves when it is complete, that is, on the disk as far as the browser knows. */
  change<R>(id: string, change: (was: R | undefined) => R | null | undefined): Promise<R | null | undefined>;
  close(): void;
};

const records = 'records';

/** Rejects where the browser has no IndexedDB or does not allow it. `onLost`: the connection is of no more use. */
export function openDatabase(name: string, onLost: () => void): Promise<Database> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(records, { keyPath: 'id' });
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      // A newer version of this code wants to upgrade: make way.
      db.onversionchange = () => {
        db.close();
        onLost();
      };
      db.onclose = onLost;
      resolve({ all: () => all(db), change: (id, next) => change(db, id, next), close: () => db.close() });
    };
  });
}

function all<R>(db: IDBDatabase): Promise<R[]> {
  return new Promise((resolve, reject) => {
    const reading: IDBRequest<R[]> = db.transaction(records).objectStore(records).getAll();
    reading.onsuccess = () => resolve(reading.result);
    reading.onerror = () => reject(reading.error);
  });
}

function change<R>(
  db: IDBDatabase,
  id: string,
  decide: (was: R | undefined) => R | null | undefined,
): Promise<R | null | undefined> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(records, 'readwrite', { durability: 'strict' });
    const store = transaction.objectStore(records);
    const reading: IDBRequest<R | undefined> = store.get(id);
    let next: R | null | undefined;
    reading.onsuccess = () => {
      try {
        next = decide(reading.result);
        if (next) store.put(next);
        else if (next === null) store.delete(id);
      } catch (error) {
        reject(error);
        transaction.abort();
      }
    };
    transaction.oncomplete = () => resolve(next);
    transaction.onabort = () => reject(transaction.error);
  });
}
