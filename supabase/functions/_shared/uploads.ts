import { z } from 'zod';
import { safeFileName } from '../../../shared/domain/files/file-name.ts';
import {
  type FinalisedUpload,
  finalisedUpload,
  type ReservedUpload,
  type ReserveUpload,
} from '../../../shared/domain/widget.ts';
import { inspectUpload } from './file.ts';
import type { Platform } from './platform.ts';
import { type Result, refuse } from './result.ts';
import { rpc } from './rpc.ts';
import { exists, readUpload, remove, signUpload } from './storage.ts';

/** A place as SQL knows it, on its way to being finalised. */
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

/** One SQL function and who asks: visitors and members have their own. */
export type Ask = { name: string; args: Record<string, unknown> };

/** The request with a name that may be kept. */
export const named = <Input extends ReserveUpload>(input: Input): Input =>
  input.name === undefined ? input : { ...input, name: safeFileName(input.name, input.contentType) };

/**
 * Looks at the bytes that were put at the place and keeps what it finds. Bytes that are not what was announced are
 * removed, and the upload with them.
 */
async function inspectAndKeep(platform: Platform, upload: Place): Promise<Result<FinalisedUpload>> {
  const bytes = await readUpload(platform, 'attachments', upload.path);
  if (!bytes.ok && bytes.refusal.code !== 'too_large') return bytes;
  const facts = bytes.ok ? await inspectUpload(bytes.value, upload) : bytes;
  if (facts.ok) {
    const args = { upload: upload.uploadId, facts: facts.value };
    return rpc(platform, 'widget_finalise_upload', args, finalisedUpload);
  }
  // The row first: were the file removed first, another request could finalise it in the meantime, and its place
  // would be free for bytes that nobody looks at.
  const discarded = await rpc(platform, 'widget_discard_upload', { upload: upload.uploadId }, z.boolean());
  if (!discarded.ok) return discarded;
  // Where this fails, the sweep removes the file.
  if (discarded.value) await remove(platform, 'attachments', [upload.path]);
  return facts;
}

/** Keeps a place and signs the link that takes its bytes; none where they are there already. */
export async function reserve(
  platform: Platform,
  request: Request,
  ask: Ask,
): Promise<Result<ReservedUpload>> {
  const reserved = await rpc(platform, ask.name, ask.args, place);
  if (!reserved.ok) return reserved;
  const upload = reserved.value;
  const finished: Result<ReservedUpload> = { ok: true, value: { uploadId: upload.uploadId, url: null } };
  if (upload.state !== 'reserved') return finished;
  if (!upload.fresh) {
    // An earlier try put the bytes there, and the answer was lost: no link could take them again.
    const there = await exists(platform, 'attachments', upload.path);
    if (!there.ok) return there;
    if (there.value) {
      const kept = await inspectAndKeep(platform, upload);
      return kept.ok ? finished : kept;
    }
  }
  const url = await signUpload(platform, request, 'attachments', upload.path);
  return url.ok ? { ok: true, value: { uploadId: upload.uploadId, url: url.value } } : url;
}

/** Finalises the caller's own upload; a repeat answers what was found first. */
export async function finalise(platform: Platform, ask: Ask): Promise<Result<FinalisedUpload>> {
  const upload = await rpc(platform, ask.name, ask.args, known);
  if (!upload.ok) return upload;
  if (upload.value.state === 'reserved') return inspectAndKeep(platform, upload.value);
  const facts = finalisedUpload.safeParse(upload.value);
  return facts.success
    ? { ok: true, value: facts.data }
    : refuse('not_found', 'There is no such upload of yours.');
}
