import { z } from 'zod';
import { type Platform, patience } from './platform.ts';
import { done, internal, type Result, refuse, unavailable } from './result.ts';

const user = z.object({ id: z.uuid() });

/** The id of the signed-in member behind a request, as Auth tells it: a token that was signed out counts no more. */
export async function askWhoCalls(platform: Platform, headers: Headers): Promise<Result<string>> {
  const signedOut = refuse('invalid_token', 'Your sign-in has ended. Sign in again.');
  const authorization = headers.get('authorization') ?? '';
  if (!/^Bearer \S+$/i.test(authorization)) return signedOut;
  let response: Response;
  try {
    response = await fetch(`${platform.url}/auth/v1/user`, {
      headers: { apikey: platform.publishableKey, authorization },
      signal: AbortSignal.timeout(patience),
    });
    if (response.status >= 500 || response.status === 429) {
      await response.body?.cancel();
      return unavailable();
    }
    if (!response.ok) {
      await response.body?.cancel();
      return signedOut;
    }
    const found = user.safeParse(await response.json());
    return found.success ? done(found.data.id) : internal();
  } catch (error) {
    console.error(`Auth: ${error}`);
    return unavailable();
  }
}
