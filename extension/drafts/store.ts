import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Filing } from '../filing/filing.ts';
import type { Draft } from './draft.ts';

interface Schema extends DBSchema {
  /** Captures that are being worked on. */
  drafts: { key: string; value: Draft };
  /** Captures that were saved and wait for the worker to put them in its queue. */
  saved: { key: string; value: Filing };
}

let opened: Promise<IDBPDatabase<Schema>> | null = null;

function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('hearback-drafts', 1, {
    upgrade(db) {
      db.createObjectStore('drafts', { keyPath: 'id' });
      db.createObjectStore('saved', { keyPath: 'captureId' });
    },
    terminated() {
      opened = null;
    },
  });
  return opened;
}

/** All drafts, newest first. */
export async function listDrafts(): Promise<Draft[]> {
  const drafts = await (await database()).getAll('drafts');
  return drafts.sort((a, b) => b.createdAt - a.createdAt);
}

export async function getDraft(id: string): Promise<Draft | null> {
  return (await (await database()).get('drafts', id)) ?? null;
}

/** Keeps a new draft. Rejects if the browser has no room for it. */
export async function addDraft(draft: Draft): Promise<void> {
  await (await database()).put('drafts', draft);
}

/** Keeps what was changed; does nothing if the draft is gone by now: saved or discarded elsewhere. */
export async function updateDraft(id: string, change: Partial<Omit<Draft, 'id'>>): Promise<void> {
  const transaction = (await database()).transaction('drafts', 'readwrite');
  const draft = await transaction.store.get(id);
  if (draft) await transaction.store.put({ ...draft, ...change });
  await transaction.done;
}

export async function discardDraft(id: string): Promise<void> {
  await (await database()).delete('drafts', id);
}

/**
 * Turns a draft into something to be filed: both in one transaction, so that it is never lost and never there
 * twice. The picture without the redactions is gone with it.
 * @returns false if the draft was saved or discarded before; nothing is changed then
 */
export async function saveDraft(filing: Filing): Promise<boolean> {
  const transaction = (await database()).transaction(['drafts', 'saved'], 'readwrite', {
    durability: 'strict',
  });
  const drafts = transaction.objectStore('drafts');
  const known = (await drafts.count(filing.captureId)) > 0;
  if (known) {
    await transaction.objectStore('saved').put(filing);
    await drafts.delete(filing.captureId);
  }
  await transaction.done;
  return known;
}

/** What was saved and is not in the queue yet. */
export async function listSaved(): Promise<Filing[]> {
  return (await database()).getAll('saved');
}

/** To be called once the queue holds the filing. */
export async function forgetSaved(captureId: string): Promise<void> {
  await (await database()).delete('saved', captureId);
}
