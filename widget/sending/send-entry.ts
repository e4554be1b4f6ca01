import type { SavedResponse } from '../../shared/domain/survey.ts';
import type {
  AttachmentInput,
  FinalisedUpload,
  ReservedUpload,
  SentReply,
  StartedConversation,
} from '../../shared/domain/widget.ts';
import { type Exchange, exchange, within } from '../../shared/outbox/http.ts';
import type { Item, Outcome, Send } from '../../shared/outbox/outbox.ts';
import { type Caller, type CallInit, call } from '../client/call.ts';
import {
  cleanKey,
  type OutgoingAttachment,
  type OutgoingEntry,
  type Receipt,
  type UploadSteps,
} from './outgoing.ts';
import { put } from './put.ts';
import { unpatched } from './unpatched.ts';
import type { Uploads } from './uploads.ts';

type Trying = Parameters<Send<OutgoingEntry, UploadSteps, Receipt>>[1];
type Upload = Pick<OutgoingAttachment, 'blob' | 'contentType' | 'name'>;
type Failure = Exclude<Exchange<never>, { kind: 'ok' }>;

/** How long the server may be silent, in ms; an upload over a slow line takes its time. */
const patience = 30_000;
const uploadPatience = 120_000;

/** Where an entry is sent: as whom, and who hears how far its uploads are. */
export interface Way {
  readonly caller: Caller;
  readonly uploads: Uploads;
}

/**
 * Sends one entry from the first step that is not done. Safe to repeat: every request carries its key. What goes
 * wrong with one of its pictures and files names that one's key as the error's `field`.
 */
export async function sendEntry(
  way: Way,
  item: Item<OutgoingEntry, UploadSteps>,
  trying: Trying,
): Promise<Outcome<Receipt>> {
  const post = <Body>(path: string, body: unknown): Promise<Exchange<Body>> =>
    ask<Body>(way.caller, path, {
      method: 'POST',
      body: unpatched(body),
      signal: within(patience, trying.signal),
    });

  if (item.kind === 'response') {
    const { survey, response } = item.payload;
    const saved = await post<SavedResponse>(`/surveys/${survey}/responses`, {
      ...response,
      idempotencyKey: item.id,
    });
    return saved.kind === 'ok' ? { kind: 'sent', receipt: { kind: 'response' } } : saved;
  }

  const uploaded = async (key: string, file: Upload) => item.steps[key] ?? upload(way, key, file, trying);
  const attachments: AttachmentInput[] = [];
  for (const { clean, annotation, ...file } of item.payload.attachments) {
    const uploadId = await uploaded(file.key, file);
    if (typeof uploadId !== 'string') return ofFile(file.key, uploadId);
    const cleanUploadId = clean && (await uploaded(cleanKey(file.key), clean));
    if (typeof cleanUploadId === 'object') return ofFile(file.key, cleanUploadId);
    attachments.push({
      uploadId,
      ...(cleanUploadId && { cleanUploadId }),
      ...(annotation && { annotation }),
    });
  }
  const withFiles = attachments.length > 0 ? { attachments } : {};

  if (item.kind === 'reply') {
    const { conversation, body } = item.payload;
    const sent = await post<SentReply>(`/conversations/${conversation}/messages`, {
      idempotencyKey: item.id,
      body,
      ...withFiles,
    });
    if (sent.kind !== 'ok') return anew(item, sent, trying);
    return { kind: 'sent', receipt: { kind: 'reply', conversation, message: sent.body.messageId } };
  }
  const started = await post<StartedConversation>('/conversations', {
    ...item.payload.request,
    idempotencyKey: item.id,
    ...withFiles,
  });
  if (started.kind !== 'ok') return anew(item, started, trying);
  const { conversationId, number } = started.body;
  return { kind: 'sent', receipt: { kind: 'conversation', conversation: conversationId, number } };
}

const ofFile = (key: string, failure: Failure): Failure => ({
  ...failure,
  error: { ...failure.error, field: key },
});

/**
 * The server keeps for a week what was uploaded and not sent. Where a message is refused whose uploads are from an
 * earlier try, they may be gone: they are made once more before that counts.
 */
async function anew(
  { steps }: Item<OutgoingEntry, UploadSteps>,
  failure: Failure,
  trying: Trying,
): Promise<Failure> {
  const old = Object.keys(steps).filter((key) => steps[key] !== undefined);
  if (failure.kind === 'retry' || failure.error.code !== 'invalid_request' || old.length === 0)
    return failure;
  await trying.progress(Object.fromEntries(old.map((key) => [key, undefined])));
  return { kind: 'retry', error: failure.error, retryAfterSeconds: 0 };
}

/** Reserve, put, finalise. Answers the upload's id, kept as a step, or why it is not done. */
async function upload(
  { caller, uploads }: Way,
  key: string,
  { blob, contentType, name }: Upload,
  trying: Trying,
): Promise<string | Failure> {
  const signal = within(uploadPatience, trying.signal);
  const reserved = await ask<ReservedUpload>(caller, '/uploads', {
    method: 'POST',
    body: { idempotencyKey: key, contentType, bytes: blob.size, ...(name && { name }) },
    signal,
  });
  if (reserved.kind !== 'ok') return reserved;
  const { uploadId, url } = reserved.body;

  if (url !== null) {
    const told = (part: number) => uploads.tell(key, part);
    told(0);
    const arrived = await exchange(
      () => put(url, { blob, contentType }, told, signal),
      async () => null,
    );
    uploads.tell(key, undefined);
    if (arrived.kind === 'retry') return arrived;
    const finalised = await ask<FinalisedUpload>(caller, `/uploads/${uploadId}/finalise`, {
      method: 'POST',
      body: {},
      signal,
    });
    // Refused because an earlier try has put it there already: finalising then succeeds. If not, what was put is
    // not there, and the next try reserves a fresh address.
    if (finalised.kind === 'refused' && arrived.kind === 'refused')
      return { kind: 'retry', error: arrived.error };
    if (finalised.kind !== 'ok') return finalised;
  }
  await trying.progress({ [key]: uploadId });
  return uploadId;
}

const ask = <Body>(caller: Caller, path: string, init: CallInit) =>
  exchange<Body>(() => call(caller, path, init));
