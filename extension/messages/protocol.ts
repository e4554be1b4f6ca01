import type { SendError } from '../../shared/outbox/outbox.ts';
import type { Catalogue, Member } from '../settings/keys.ts';

/**
 * What the extension's pages ask its worker. The worker holds the sign-in and the queue and may be ended by the
 * browser between two messages, so an answer is always the whole truth and never a change.
 */

/** Why an answer is no. `unreachable` covers no network and a server that is down. */
export type AskError =
  | 'unreachable'
  | 'invalid-address'
  | 'not-hearback'
  | 'wrong-credentials'
  | 'not-confirmed'
  | 'too-many-attempts'
  | 'signed-out'
  | 'failed';

export type Result<Value> = { ok: true; value: Value } | { ok: false; error: AskError };

/** One capture in the queue, as the pages show it. */
export type QueuedFiling = {
  id: string;
  title: string;
  board: string;
  state: 'waiting' | 'sending' | 'refused';
  /** What was wrong the last time; `signed_out` also while another member is signed in than saved it. */
  error: SendError['code'] | null;
  /** When the next try is made, in ms since the epoch; null if none is planned. */
  nextTryAt: number | null;
};

/** One capture that the server said it has. */
export type Filed = {
  id: string;
  title: string;
  boardId: string;
  board: string;
  inboxUrl: string;
  filedAt: number;
};

export type Status = {
  connection: { inboxUrl: string; name: string } | null;
  /** Null: sign in. `offline`: signed in, but the server could not be asked who this is. */
  member: Member | null;
  offline: boolean;
  queue: QueuedFiling[];
  /** Those of the last day, newest first. */
  filed: Filed[];
  /** False: this browser keeps nothing for the extension, so what waits is lost when it closes. */
  durable: boolean;
};

/** Every question: what it carries and what is answered. */
export type Questions = {
  status: { body: null; answer: Result<Status> };
  connect: { body: { address: string }; answer: Result<null> };
  disconnect: { body: null; answer: Result<null> };
  'sign-in': { body: { email: string; password: string }; answer: Result<null> };
  'sign-out': { body: null; answer: Result<null> };
  catalogue: { body: { projectId: string }; answer: Result<Catalogue> };
  /** Hands what was saved over to the queue. Asking twice hands it over once. */
  'take-over': { body: null; answer: Result<null> };
  retry: { body: { id: string }; answer: Result<null> };
  discard: { body: { id: string }; answer: Result<null> };
  /** Takes a refused capture out of the queue and makes it a draft again; answers the draft's id. */
  revise: { body: { id: string }; answer: Result<{ draftId: string }> };
};

export type Question = keyof Questions;
export type Body<Kind extends Question> = Questions[Kind]['body'];
export type Answer<Kind extends Question> = Questions[Kind]['answer'];

export type Message<Kind extends Question> = { hearback: Kind; body: Body<Kind> };
export type AnyMessage = { [Kind in Question]: Message<Kind> }[Question];

export type Answerers = { [Kind in Question]: (body: Body<Kind>) => Promise<Answer<Kind>> };

/** Calls the answerer of a message; a throw becomes the answer `failed`, so that no page waits for ever. */
export async function answer<Kind extends Question>(
  answerers: Answerers,
  message: Message<Kind>,
): Promise<Answer<Kind> | { ok: false; error: 'failed' }> {
  try {
    return await answerers[message.hearback](message.body);
  } catch (cause) {
    console.error(`Hearback: "${message.hearback}" failed.`, cause);
    return { ok: false, error: 'failed' };
  }
}

/** Whether something that arrived is one of our messages: other things may be said on the same line. */
export function isMessage(value: unknown, answerers: Answerers): value is AnyMessage {
  return (
    typeof value === 'object' &&
    value !== null &&
    'hearback' in value &&
    typeof value.hearback === 'string' &&
    Object.hasOwn(answerers, value.hearback) &&
    'body' in value
  );
}
