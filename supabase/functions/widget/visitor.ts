import type { Context } from 'hono';
import { z } from 'zod';
import { publishableKey, visitorToken } from '../../../shared/domain/widget.ts';
import { networkOf } from '../_shared/address.ts';
import { answer } from '../_shared/answers.ts';
import { readBody, readQuery } from '../_shared/body.ts';
import { sha256 } from '../_shared/picture.ts';
import type { Platform } from '../_shared/platform.ts';
import { done, type Result, refuse } from '../_shared/result.ts';

/** Who is calling, in the form the SQL functions take (see the migration `doors`). */
export type Caller = { project: string; origin: string | null; token: string | null; address: string };

/** What every route gets. `id` is the path's, '' where the path has none. */
export type Visit<Input> = {
  platform: Platform;
  request: Request;
  caller: Caller;
  input: Input;
  id: string;
};

/** The page's origin; a same-origin GET carries no Origin header, so its Referer stands in. */
function originOf(headers: Headers): string | null {
  const origin = headers.get('origin');
  if (origin !== null) return origin;
  const referrer = headers.get('referer');
  return referrer !== null && URL.canParse(referrer) ? new URL(referrer).origin : null;
}

/** Tokens and addresses leave this function as hashes only; an address's hash is of use in one project. */
async function readCaller(headers: Headers): Promise<Result<Caller>> {
  const project = publishableKey.safeParse(headers.get('x-hearback-project'));
  if (!project.success) return refuse('unknown_project', 'There is no project with this key.');
  const sent = headers.get('x-hearback-visitor');
  const token = visitorToken.nullable().safeParse(sent === '' ? null : sent);
  if (!token.success) return refuse('invalid_token', "The visitor's token is malformed.");
  return done({
    project: project.data,
    origin: originOf(headers),
    token: token.data === null ? null : await sha256(token.data),
    address: await sha256(`${project.data}:${networkOf(headers)}`),
  });
}

const uuid = z.uuid();

type Env = { Bindings: { platform: Platform } };
export type Route = (c: Context<Env>) => Promise<Response>;

/**
 * Makes a route of a handler: reads the caller, the id of the path and the input, and answers what the handler
 * answers. A POST's input is its body, a GET's its query.
 */
export function visitorRoute<Input>(
  schema: z.ZodType<Input>,
  handle: (visit: Visit<Input>) => Promise<Result<unknown>>,
): Route {
  return async (c) => {
    const request = c.req.raw;
    const caller = await readCaller(request.headers);
    if (!caller.ok) return answer(caller);
    const id = c.req.param('id') ?? '';
    if (id !== '' && !uuid.safeParse(id).success) {
      return answer(refuse('not_found', 'There is nothing under this address.'));
    }
    const input =
      request.method === 'POST' ? await readBody(request, schema) : readQuery(c.req.query(), schema);
    if (!input.ok) return answer(input);
    return answer(
      await handle({ platform: c.env.platform, request, caller: caller.value, input: input.value, id }),
    );
  };
}

/** For routes that take nothing. */
export const nothing = z.object({});
