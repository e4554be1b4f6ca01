import type {
  AttachmentInput,
  FinalisedUpload,
  ReservedUpload,
  SavedResponse,
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
import { unpatched } from './unpatched.ts';

type Trying = Parameters<Send<OutgoingEntry, UploadSteps, Receipt>>[1];
type Upload = Pick<OutgoingAttachment, 'blob' | 'contentType' | 'name'>;
type Failure = Exclude<Exchange<never>, { kind: 'ok' }>;

/** How long the server may be silent, in ms; an upload over a slow line takes its time. */
const patience = 30_000;
const uploadPatience = 120_000;

/** Sends one entry from the first step that is not done. Safe to repeat: every request carries its key. */
export async function sendEntry(
  core: Caller,
  item: Item<OutgoingEntry, UploadSteps>,
  trying: Trying,
): Promise<Outcome<Receipt>> {
  const post = <Body>(path: string, body: unknown): Promise<Exchange<Body>> =>
    ask<Body>(core, path, { method: 'POST', body: unpatched(body), signal: within(patience, trying.signal) });

  if (item.kind === 'response') {
    const { survey, response } = item.payload;
    const saved = await post<SavedResponse>(`/surveys/${survey}/responses`, {
      ...response,
      idempotencyKey: item.id,
    });
    return saved.kind === 'ok' ? { kind: 'sent', receipt: { kind: 'response' } } : saved;
  }

  const put = async (key: string, file: Upload) => item.steps[key] ?? upload(core, key, file, trying);
  const attachments: AttachmentInput[] = [];
  for (const { clean, annotation, ...file } of item.payload.attachments) {
    const uploadId = await put(file.key, file);
    if (typeof uploadId !== 'string') return uploadId;
    const cleanUploadId = clean && (await put(cleanKey(file.key), clean));
    if (typeof cleanUploadId === 'object') return cleanUploadId;
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
    if (sent.kind !== 'ok') return sent;
    return { kind: 'sent', receipt: { kind: 'reply', conversation, message: sent.body.messageId } };
  }
  const started = await post<StartedConversation>('/conversations', {
    ...item.payload.request,
    idempotencyKey: item.id,
    ...withFiles,
  });
  if (started.kind !== 'ok') return started;
  const { conversationId, number } = started.body;
  return { kind: 'sent', receipt: { kind: 'conversation', conversation: conversationId, number } };
}

/** Reserve, put, finalise. Answers the upload's id, kept as a step, or why it is not done. */
async function upload(
  core: Caller,
  key: string,
  { blob, contentType, name }: Upload,
  trying: Trying,
): Promise<string | Failure> {
  const signal = within(uploadPatience, trying.signal);
  const reserved = await ask<ReservedUpload>(core, '/uploads', {
    method: 'POST',
    body: { idempotencyKey: key, contentType, bytes: blob.size, ...(name && { name }) },
    signal,
  });
  if (reserved.kind !== 'ok') return reserved;
  const { uploadId, url } = reserved.body;

  if (url !== null) {
    const put = await exchange(
      () => fetch(url, { method: 'PUT', body: blob, headers: { 'content-type': contentType }, signal }),
      async () => null,
    );
    if (put.kind === 'retry') return put;
    const finalised = await ask<FinalisedUpload>(core, `/uploads/${uploadId}/finalise`, {
      method: 'POST',
      body: {},
      signal,
    });
    // Refused because an earlier try has put it there already: finalising then succeeds. If not, what was put is
    // not there, and the next try reserves a fresh address.
    if (finalised.kind === 'refused' && put.kind === 'refused') return { kind: 'retry', error: put.error };
    if (finalised.kind !== 'ok') return finalised;
  }
  await trying.progress({ [key]: uploadId });
  return uploadId;
}

const ask = <Body>(core: Caller, path: string, init: CallInit) =>
  exchange<Body>(() => call(core, path, init));
