import { browser } from 'wxt/browser';
import { type Backend, openBackend, type SessionStorage } from '../../shared/backend/backend.ts';
import { read } from '../settings/kept.ts';
import type { Connection } from '../settings/keys.ts';

/** The sign-in lies beside what else is kept, under its own keys. */
const sessionStorage: SessionStorage = {
  getItem: async (key) => {
    const { [key]: value } = await browser.storage.local.get(key);
    return typeof value === 'string' ? value : null;
  },
  setItem: (key, value) => browser.storage.local.set({ [key]: value }),
  removeItem: (key) => browser.storage.local.remove(key),
};

export type Connected = { connection: Connection; backend: Backend };

let opened: Connected | null = null;

/** The installation this browser is connected to, opened once; null before the member named it. */
export async function connected(): Promise<Connected | null> {
  const connection = await read('connection');
  if (!connection) {
    opened = null;
  } else if (
    opened?.connection.apiUrl !== connection.apiUrl ||
    opened.connection.publishableKey !== connection.publishableKey
  ) {
    const { apiUrl, publishableKey } = connection;
    opened = { connection, backend: openBackend({ apiUrl, publishableKey, storage: sessionStorage }) };
  } else {
    opened = { ...opened, connection };
  }
  return opened;
}
