import { readInstallation } from '../../shared/backend/installation.ts';
import { newId } from '../../shared/outbox/surroundings.ts';
import type { Answerers, Result } from '../messages/protocol.ts';
import { forget, write } from '../settings/kept.ts';
import { connected } from './connection.ts';
import { catalogueOf, whoIsSignedIn } from './directory.ts';
import { type FilingQueue, isUnfiled, revise, takeOver } from './queue.ts';
import { statusOf } from './status.ts';

const done: Result<null> = { ok: true, value: null };
const no = (error: Extract<Result<never>, { ok: false }>['error']) => ({ ok: false, error }) as const;

/**
 * What the worker answers the extension's pages.
 * @param changed tells all pages that the status is no longer what it was
 */
export function answerers(queue: FilingQueue, changed: () => void): Answerers {
  /** What waits for a sign-in need not wait for its next turn. */
  const tryWhatWaits = async () => {
    for (const record of await queue.list()) {
      if (isUnfiled(record) && record.state === 'waiting') void queue.retry(record.id);
    }
  };

  return {
    async status() {
      const open = await connected();
      const member = open && (await whoIsSignedIn(open.backend));
      const records = await queue.list();
      const connection = open?.connection ?? null;
      return { ok: true, value: statusOf({ connection, member, records, durable: queue.durable }) };
    },

    async connect({ address }) {
      const found = await readInstallation(address);
      if (!found.ok)
        return no(
          (
            {
              not_an_address: 'invalid-address',
              offline: 'unreachable',
              not_hearback: 'not-hearback',
            } as const
          )[found.error],
        );
      const apiUrl = found.installation.apiUrl.replace(/\/+$/, '');
      await write('connection', { ...found.installation, apiUrl, inboxUrl: found.origin });
      changed();
      return done;
    },

    async disconnect() {
      const open = await connected();
      await open?.backend.signOut();
      await forget('connection', 'member', 'catalogues', 'habits');
      changed();
      return done;
    },

    async 'sign-in'({ email, password }) {
      const open = await connected();
      if (!open) return no('failed');
      const result = await open.backend.signIn(email, password);
      if (!result.ok)
        return no(
          (
            {
              wrong_credentials: 'wrong-credentials',
              not_confirmed: 'not-confirmed',
              rate_limited: 'too-many-attempts',
              offline: 'unreachable',
              unavailable: 'unreachable',
            } as const
          )[result.error],
        );
      await tryWhatWaits();
      changed();
      return done;
    },

    async 'sign-out'() {
      const open = await connected();
      await open?.backend.signOut();
      await forget('member', 'catalogues', 'habits');
      changed();
      return done;
    },

    async catalogue({ projectId }) {
      const open = await connected();
      return open ? catalogueOf(open.backend, projectId) : no('signed-out');
    },

    async 'take-over'() {
      await takeOver(queue);
      return done;
    },

    async retry({ id }) {
      await queue.retry(id);
      return done;
    },

    async discard({ id }) {
      await queue.discard(id);
      return done;
    },

    async revise({ id }) {
      const draftId = await revise(queue, id, newId);
      return draftId ? { ok: true, value: { draftId } } : no('failed');
    },
  };
}
