import { PostgrestClient } from '@supabase/postgrest-js';
import { type Exchange, exchange, within } from '../outbox/http.ts';
import type { Database } from './database.types.ts';
import { openSession, type SessionOptions, type StaffSession } from './session.ts';
import { openStorage, type Storage } from './storage.ts';

export type { Member, SessionStorage, SignInError } from './session.ts';

/** What a member's app talks to: one installation, under the rights of whoever is signed in. */
export type Backend = StaffSession & {
  readonly apiUrl: string;
  /** Tables and SQL functions. Does not retry by itself: a screen or the outbox decides that. */
  readonly db: PostgrestClient<Database>;
  readonly storage: Storage;
  /**
   * Calls a function, say `/functions/v1/captures`, and says what came of it as the outbox needs it. A session
   * that has ended is one value, `{ kind: 'retry', error: { code: 'signed_out' } }`: it goes on after a sign-in.
   */
  send<Body>(path: string, init: RequestInit): Promise<Exchange<Body>>;
};

/** Opens an installation; `apiUrl` and `publishableKey` are those of its `/.well-known/hearback.json`. */
export function openBackend(options: SessionOptions): Backend {
  const apiUrl = options.apiUrl.replace(/\/+$/, '');
  const session = openSession({ ...options, apiUrl });
  const send = async <Body>(
    path: string,
    init: RequestInit,
    read?: (response: Response) => Promise<Body>,
  ): Promise<Exchange<Body>> => {
    const signal = within(60_000, init.signal ?? undefined);
    const result = await exchange<Body>(() => session.fetch(apiUrl + path, { ...init, signal }), read);
    return result.kind === 'refused' && result.error.code === 'invalid_token'
      ? { kind: 'retry', error: { code: 'signed_out' } }
      : result;
  };
  const storage = openStorage({
    apiUrl,
    send,
    fetch: options.fetch ?? ((input, init) => fetch(input, init)),
  });
  return {
    ...session,
    async signOut() {
      storage.forget();
      await session.signOut();
    },
    apiUrl,
    db: new PostgrestClient<Database>(`${apiUrl}/rest/v1`, { fetch: session.fetch, retry: false }),
    storage,
    send,
  };
}
