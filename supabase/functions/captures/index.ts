// Files a picture, and its clean image if it has one, that a member has put into the bucket `captures` under his own
// name.
import { fileCapture, filedCapture } from '../../../shared/domain/staff.ts';
import { answer, refused, withCors } from '../_shared/answers.ts';
import { readBody } from '../_shared/body.ts';
import { askWhoCalls } from '../_shared/member.ts';
import { inspectPicture, type PictureFacts } from '../_shared/picture.ts';
import { type Platform, readPlatform } from '../_shared/platform.ts';
import { type Result, refuse } from '../_shared/result.ts';
import { rpc } from '../_shared/rpc.ts';
import { readUpload, remove } from '../_shared/storage.ts';

const platform = readPlatform((name) => Deno.env.get(name));

/** Looks at the bytes at `path`; those that are no picture do not stay. */
async function inspect(on: Platform, path: string): Promise<Result<PictureFacts>> {
  const bytes = await readUpload(on, 'captures', path);
  if (!bytes.ok && bytes.refusal.code !== 'too_large') return bytes;
  const facts = bytes.ok ? await inspectPicture(bytes.value) : bytes;
  if (facts.ok) return facts;
  const removed = await remove(on, 'captures', [path]);
  return removed.ok ? facts : removed;
}

async function file(on: Platform, request: Request): Promise<Result<unknown>> {
  const member = await askWhoCalls(on, request.headers);
  if (!member.ok) return member;
  const input = await readBody(request, fileCapture);
  if (!input.ok) return input;
  const capture = input.value;
  const filed = await rpc(on, 'filed_capture', { as_user: member.value, capture }, filedCapture.nullable());
  if (!filed.ok || filed.value !== null) return filed;

  const picture = await inspect(on, capture.path);
  if (!picture.ok) return picture;
  const clean = capture.cleanPath === undefined ? null : await inspect(on, capture.cleanPath);
  if (clean !== null && !clean.ok) return clean;
  return rpc(
    on,
    'file_capture',
    { as_user: member.value, capture: { ...capture, ...picture.value, clean: clean?.value ?? null } },
    filedCapture,
  );
}

Deno.serve(
  withCors(async (request) => {
    if (!/^\/captures\/?$/.test(new URL(request.url).pathname)) {
      return answer(refuse('not_found', 'There is nothing under this address.'));
    }
    if (request.method !== 'POST') {
      return refused(
        { code: 'method_not_allowed', message: 'This address takes POST only.' },
        { allow: 'POST' },
      );
    }
    return answer(await file(platform, request));
  }),
);
