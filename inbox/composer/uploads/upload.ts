import type { Backend } from '../../../shared/backend/backend.ts';
import type { FinalisedUpload, ReservedUpload } from '../../../shared/domain/widget.ts';
import type { Exchange } from '../../../shared/outbox/http.ts';
import type { Cargo } from './prepare.ts';
import { putBytes } from './put.ts';

/**
 * Brings one picture or file to the server, which looks at its bytes; the answer is the id to send it with. Repeating
 * it with the same key goes on where it broke off.
 */
export async function uploadCargo(
  backend: Pick<Backend, 'send'>,
  to: { project: string; key: string; signal: AbortSignal; onShare: (share: number) => void },
  { blob, contentType, name }: Cargo,
  put: typeof putBytes = putBytes,
): Promise<Exchange<string>> {
  const reserved = await backend.send<ReservedUpload>(
    '/functions/v1/uploads',
    post({ projectId: to.project, idempotencyKey: to.key, contentType, bytes: blob.size, name }, to.signal),
  );
  if (reserved.kind !== 'ok') return reserved;
  const { uploadId, url } = reserved.body;
  if (url) {
    const there = await put(url, blob, contentType, to.onShare, to.signal);
    if (there.kind !== 'ok') return there;
  }
  const kept = await backend.send<FinalisedUpload>(
    `/functions/v1/uploads/${uploadId}/finalise`,
    post({}, to.signal),
  );
  return kept.kind === 'ok' ? { kind: 'ok', body: uploadId } : kept;
}

const post = (body: unknown, signal: AbortSignal): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
  signal,
});
