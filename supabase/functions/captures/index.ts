// Files a picture that a member has put into the bucket `captures` under his own name.
import { fileCapture, filedCapture } from '../../../shared/domain/staff.ts';
import { answer, refused, withCors } from '../_shared/answers.ts';
import { readBody } from '../_shared/body.ts';
import { inspectPicture } from '../_shared/picture.ts';
import { type Platform, readPlatform } from '../_shared/platform.ts';
import { type Result, refuse } from '../_shared/result.ts';
import { rpc } from '../_shared/rpc.ts';
import { readPicture, remove } from '../_shared/storage.ts';
import { askWhoCalls } from './member.ts';

const platform = readPlatform((name) => Deno.env.get(name));

async function file(on: Platform, request: Request): Promise<Result<unknown>> {
  const member = await askWhoCalls(on, request.headers);
  if (!member.ok) return member;
  const input = await readBody(request, fileCapture);
  if (!input.ok) return input;
  const capture = input.value;
  const filed = await rpc(on, 'filed_capture', { as_user: member.value, capture }, filedCapture.nullable());
  if (!filed.ok || filed.value !== null) return filed;

  const bytes = await readPicture(on, 'captures', capture.path);
  if (!bytes.ok && bytes.refusal.code !== 'too_large') return bytes;
  const facts = bytes.ok ? await inspectPicture(bytes.value) : bytes;
  if (facts.ok) {
    return rpc(
      on,
      'file_capture',
      { as_user: member.value, capture: { ...capture, ...facts.value } },
      filedCapture,
    );
  }
  const removed = await remove(on, 'captures', [capture.path]);
  return removed.ok ? facts : removed;
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
