import {
  AuthClient,
  type AuthError,
  isAuthRetryableFetchError,
  type Session,
  type SupportedStorage,
} from '@supabase/auth-js';

/** The member who is signed in. */
export type Member = { userId: string; email: string };

/** Why signing in did not work. `offline`: the server did not answer. */
export type SignInError = 'wrong_credentials' | 'not_confirmed' | 'rate_limited' | 'offline' | 'unavailable';

/** Where the session is kept between visits: `localStorage`, or an extension's storage behind the same calls. */
export type SessionStorage = SupportedStorage;

export type StaffSession = {
  signIn(
    email: string,
    password: string,
  ): Promise<{ ok: true; member: Member } | { ok: false; error: SignInError }>;
  /** Forgets the session in this browser, also where the server cannot be told. */
  signOut(): Promise<void>;
  /** Null when nobody is signed in. Without a network, whoever was signed in last still is. */
  member(): Promise<Member | null>;
  /** Calls with the member now and whenever that is somebody else or nobody; answers how to stop. */
  onMember(listener: (member: Member | null) => void): () => void;
  /** `fetch` as the member: with the key, and a token that is fresh. Answers 401 by itself when signed out. */
  fetch: typeof fetch;
};

export type SessionOptions = {
  apiUrl: string;
  publishableKey: string;
  storage: SessionStorage;
  fetch?: typeof fetch;
};

/** Keeps one member signed in at one installation. */
export function openSession(options: SessionOptions): StaffSession {
  const { apiUrl, publishableKey, storage } = options;
  const plain: typeof fetch = options.fetch ?? ((input, init) => fetch(input, init));
  // The whole origin: a session begun over https is none for the same host in clear.
  const storageKey = `hearback-session-${new URL(apiUrl).origin}`;
  const auth = new AuthClient({
    url: `${apiUrl}/auth/v1`,
    headers: { apikey: publishableKey },
    storageKey,
    storage,
    persistSession: true,
    autoRefreshToken: true,
    detectSessionInUrl: false,
    fetch: plain,
  });

  /** The token to ask with; null when signed out. Throws as `fetch` does if it cannot be renewed just now. */
  const token = async () => {
    const { data, error } = await auth.getSession();
    if (isAuthRetryableFetchError(error)) throw new TypeError('The sign-in could not be renewed.');
    return data.session?.access_token ?? null;
  };
  /** After the server refused `used`: the token that took its place, or null once the session is over. */
  const renewed = async (used: string) => {
    const current = await token();
    if (current !== used) return current;
    const { data, error } = await auth.refreshSession();
    if (isAuthRetryableFetchError(error)) throw new TypeError('The sign-in could not be renewed.');
    if (data.session) return data.session.access_token;
    await auth.signOut({ scope: 'local' });
    return null;
  };

  const member = async () => {
    const { data, error } = await auth.getSession();
    if (data.session) return memberOf(data.session);
    return isAuthRetryableFetchError(error) ? keptMember(await storage.getItem(storageKey)) : null;
  };

  return {
    async signIn(email, password) {
      const { data, error } = await auth.signInWithPassword({ email, password });
      if (!error) return { ok: true, member: { userId: data.user.id, email: data.user.email ?? email } };
      return { ok: false, error: signInError(error) };
    },
    async signOut() {
      await auth.signOut({ scope: 'local' });
    },
    member,
    onMember(listener) {
      let last: string | null | undefined;
      const tell = (now: Member | null) => {
        if (last === (now?.userId ?? null)) return;
        last = now?.userId ?? null;
        listener(now);
      };
      const { data } = auth.onAuthStateChange((event, session) => {
        // The first event is null also where a session merely could not be renewed for want of a network.
        if (event === 'INITIAL_SESSION') void member().then((now) => last === undefined && tell(now));
        else tell(session ? memberOf(session) : null);
      });
      return () => data.subscription.unsubscribe();
    },
    async fetch(input, init) {
      const used = await token();
      if (!used) return signedOut();
      const answer = await plain(input, withKeys(init, publishableKey, used));
      if (answer.status !== 401) return answer;
      const next = await renewed(used);
      return next ? plain(input, withKeys(init, publishableKey, next)) : signedOut();
    },
  };
}

function memberOf({ user }: Pick<Session, 'user'>): Member {
  return { userId: user.id, email: user.email ?? '' };
}

/** Whose session the text in storage is. */
export function keptMember(text: string | null): Member | null {
  try {
    const kept: unknown = JSON.parse(text ?? 'null');
    const user: unknown = typeof kept === 'object' && kept !== null ? Reflect.get(kept, 'user') : null;
    if (typeof user !== 'object' || user === null) return null;
    const { id, email = '' }: Partial<Record<string, unknown>> = { ...user };
    return typeof id === 'string' && typeof email === 'string' ? { userId: id, email } : null;
  } catch {
    return null;
  }
}

function signInError(error: AuthError): SignInError {
  if (isAuthRetryableFetchError(error)) return error.status ? 'unavailable' : 'offline';
  if (error.status === 429) return 'rate_limited';
  if (error.code === 'email_not_confirmed') return 'not_confirmed';
  if (error.status === 400 || error.status === 401 || error.status === 422) return 'wrong_credentials';
  return 'unavailable';
}

function withKeys(init: RequestInit | undefined, publishableKey: string, token: string): RequestInit {
  const headers = new Headers(init?.headers);
  headers.set('apikey', publishableKey);
  headers.set('authorization', `Bearer ${token}`);
  return { ...init, headers };
}

/** In the shape of a function's error and of PostgREST's at once, so that every reader finds a code. */
function signedOut(): Response {
  const code = 'invalid_token';
  const message = 'Nobody is signed in.';
  return Response.json({ code, message, error: { code, message } }, { status: 401 });
}
