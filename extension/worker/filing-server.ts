import type { Backend } from '../../shared/backend/backend.ts';
import type { FiledCapture } from '../../shared/domain/staff.ts';
import type { Exchange } from '../../shared/outbox/http.ts';
import type { FilingServer } from '../filing/carry-out.ts';

/** Files at an installation as the member who is signed in there. */
export function filingServer(backend: Backend, signal: AbortSignal): FilingServer {
  const { db, storage } = backend;
  return {
    competitor: (projectId, { name, domain }) =>
      findOrAdd(
        () => db.from('competitors').select('id').eq('project_id', projectId).eq('domain', domain).limit(1),
        () => db.from('competitors').insert({ project_id: projectId, name, domain }).select('id'),
      ),
    board: (projectId, { name }) =>
      findOrAdd(
        () => db.from('boards').select('id').eq('project_id', projectId).eq('name', name).limit(1),
        () => db.from('boards').insert({ project_id: projectId, name }).select('id'),
      ),
    async upload(path, picture, contentType) {
      const reply = await storage.upload('captures', path, picture, contentType, signal);
      // The name is this capture's own, so what lies there was put there by an earlier try. Storage says that
      // with 409, or with 400 as for other things; filing looks at the picture and tells which it was.
      const there =
        reply.kind === 'refused' &&
        (reply.error.code === 'conflict' || reply.error.code === 'invalid_request');
      return there ? { kind: 'ok', body: null } : reply;
    },
    async file(body) {
      const reply = await backend.send<FiledCapture>('/functions/v1/captures', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal,
      });
      if (reply.kind !== 'ok') return reply;
      // Anything but the acknowledgement of this very capture is none.
      return reply.body.captureId === body.id
        ? { kind: 'ok', body: null }
        : { kind: 'retry', error: { code: 'unavailable' } };
    },
  };
}

type Answer = { data: { id: string }[] | null; error: { code: string } | null; status: number };

const uniqueViolation = '23505';

/** The row that is there, or a new one; also when somebody else adds it in between. */
async function findOrAdd(
  find: () => PromiseLike<Answer>,
  add: () => PromiseLike<Answer>,
): Promise<Exchange<{ id: string }>> {
  const found = await find();
  const row = found.data?.[0];
  if (row) return { kind: 'ok', body: row };
  if (found.error) return failure(found);
  const added = await add();
  if (added.error?.code === uniqueViolation) {
    const now = await find();
    const [other] = now.data ?? [];
    return other ? { kind: 'ok', body: other } : failure(now);
  }
  const [made] = added.data ?? [];
  return made ? { kind: 'ok', body: made } : failure(added);
}

/** What an answer of the tables means for the queue: a status of 0 is no answer at all. */
function failure({ status }: Answer): Exclude<Exchange<never>, { kind: 'ok' }> {
  if (status === 401) return { kind: 'retry', error: { code: 'signed_out' } };
  if (status === 403) return { kind: 'refused', error: { code: 'forbidden' } };
  if (status === 0) return { kind: 'retry', error: { code: 'offline' } };
  if (status >= 500 || status === 429) return { kind: 'retry', error: { code: 'unavailable' } };
  return { kind: 'refused', error: { code: 'invalid_request' } };
}
