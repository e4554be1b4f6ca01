// Pictures and files of members' replies. They go the way of visitors' uploads: reserve, PUT to Storage, finalise;
// the SQL function `staff_reply` then writes the message with them.
import { Hono } from 'hono';
import { z } from 'zod';
import { reserveReplyUpload } from '../../../shared/domain/staff.ts';
import { answer, refused, withCors } from '../_shared/answers.ts';
import { readBody } from '../_shared/body.ts';
import { askWhoCalls } from '../_shared/member.ts';
import { readPlatform } from '../_shared/platform.ts';
import { refuse } from '../_shared/result.ts';
import { finalise, named, reserve } from '../_shared/uploads.ts';

const platform = readPlatform((name) => Deno.env.get(name));

const app = new Hono({ strict: false }).basePath('/uploads');

app.post('/', async (c) => {
  const request = c.req.raw;
  const member = await askWhoCalls(platform, request.headers);
  if (!member.ok) return answer(member);
  const input = await readBody(request, reserveReplyUpload);
  if (!input.ok) return answer(input);
  const args = { as_user: member.value, input: named(input.value) };
  return answer(await reserve(platform, request, { name: 'reserve_reply_upload', args }));
});

app.post('/:id/finalise', async (c) => {
  const member = await askWhoCalls(platform, c.req.raw.headers);
  if (!member.ok) return answer(member);
  const upload = z.uuid().safeParse(c.req.param('id'));
  if (!upload.success) return answer(refuse('not_found', 'There is nothing under this address.'));
  const args = { as_user: member.value, upload: upload.data };
  return answer(await finalise(platform, { name: 'reply_upload', args }));
});

app.notFound((c) => {
  if (app.router.match('POST', c.req.path)[0].length === 0) {
    return refused({ code: 'not_found', message: 'There is nothing under this address.' });
  }
  return refused({ code: 'method_not_allowed', message: 'This address takes POST only.' }, { allow: 'POST' });
});
app.onError((error) => {
  throw error;
});

Deno.serve(withCors((request) => app.fetch(request)));
