// Staff accounts for the seed and the tests; lite has no admin API.
import { createClient } from '@supabase/supabase-js';
import type { Sql } from 'postgres';

/** Makes an account whose e-mail counts as confirmed, or finds it. Returns its id. */
export type CreateUser = (
  email: string,
  password: string,
  metadata?: Record<string, unknown>,
) => Promise<string>;

/**
 * @param sql a connection that may read auth.users
 * @returns a function that is safe to call again: an existing account keeps its password
 */
export function userMaker(sql: Sql, apiUrl: string, publishableKey: string): CreateUser {
  const auth = createClient(apiUrl, publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false },
  }).auth;
  const find = async (email: string) => {
    const rows = await sql<{ id: string }[]>`select id from auth.users where email = ${email.toLowerCase()}`;
    return rows[0]?.id;
  };
  return async (email, password, metadata = {}) => {
    const known = await find(email);
    if (known !== undefined) return known;
    const { data, error } = await auth.signUp({ email, password, options: { data: metadata } });
    if (data.user !== null && error === null) return data.user.id;
    const made = await find(email);
    if (made !== undefined) return made;
    throw new Error(`The account ${email} could not be made: ${error?.message ?? 'no answer'}`);
  };
}
