import { Hono } from 'hono';
import { z } from 'zod';
import { finalisedUpload, type ReservedUpload, reserveUpload } from '../../../../shared/domain/widget.ts';
import { inspectPicture } from '../../_shared/picture.ts';
import type { Platform } from '../../_shared/platform.ts';
import { type Result, refuse } from '../../_shared/result.ts';
import { rpc } from '../../_shared/rpc.ts';
import { exists, readPicture, remove, signUpload } from '../../_shared/storage.ts';
import { sweepUploads } from '../sweep.ts';
import { nothing, type Visit, visitorRoute } from '../visitor.ts';

const place = z.object({
  uploadId: z.uuid(),
  path: z.string(),
  state: z.enum(['reserved', 'finalised', 'attached']),
  contentType: z.string(),
  bytes: z.int(),
  /** Whether this request made it. */
  fresh: z.boolean().default(false),
});
type Place = z.infer<typeof place>;
const known = z.union([finalisedUpload.extend({ state: z.enum(['finalised', 'attached']) }), place]);

/**
 * Looks at the bytes that were put at the place and keeps what it finds. Bytes that are not the picture that was
 * announced are removed, and the upload with them.
 */
async function finalise(platform: Platform, upload: Place): Promise<Result<unknown>> {
  const bytes = await readPicture(platform, 'attachments', upload.path);
  if (!bytes.ok && bytes.refusal.code !== 'too_large') return bytes;
  const facts = bytes.ok ? await inspectPicture(bytes.value, upload) : bytes;
  if (facts.ok) {
    const args = { upload: upload.uploadId, facts: facts.value };
    return rpc(platform, 'widget_finalise_upload', args, finalisedUpload);
  }
  // The row first: were the file removed first, another request could finalise a picture in the meantime, and its
  // place would be free for bytes that nobody looks at.
  const discarded = await rpc(platform, 'widget_discard_upload', { upload: upload.uploadId }, z.boolean());
  if (!discarded.ok) return discarded;
  // Where this fails, the sweep removes the file.
  if (discarded.value) await remove(platform, 'attachments', [upload.path]);
  return facts;
}

async function reserve(visit: Visit<z.infer<typeof reserveUpload>>): Promise<Result<ReservedUpload>> {
  const { platform, request, caller, input } = visit;
  const reserved = await rpc(platform, 'widget_reserve_upload', { caller, input }, place);
  if (!reserved.ok) return reserved;
  const upload = reserved.value;
  sweepUploads(platform, caller.project);
  const finished: Result<ReservedUpload> = { ok: true, value: { uploadId: upload.uploadId, url: null } };
  if (upload.state !== 'reserved') return finished;
  if (!upload.fresh) {
    // An earlier try put the bytes there, and the answer was lost: no link could take them again.
    const there = await exists(platform, 'attachments', upload.path);
    if (!there.ok) return there;
    if (there.value) {
      const done = await finalise(platform, upload);
      return done.ok ? finished : done;
    }
  }
  const url = await signUpload(platform, request, 'attachments', upload.path);
  return url.ok ? { ok: true, value: { uploadId: upload.uploadId, url: url.value } } : url;
}

/** A picture's way in: reserve, PUT to Storage, finalise. */
export const uploads = new Hono().post('/', visitorRoute(reserveUpload, reserve)).post(
  '/:id/finalise',
  visitorRoute(nothing, async ({ platform, caller, id }) => {
    const upload = await rpc(platform, 'widget_upload', { caller, upload: id }, known);
    if (!upload.ok) return upload;
    if (upload.value.state === 'reserved') return finalise(platform, upload.value);
    const facts = finalisedUpload.safeParse(upload.value);
    return facts.success
      ? { ok: true, value: facts.data }
      : refuse('not_found', 'There is no such upload of yours.');
  }),
);
