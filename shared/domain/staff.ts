import { z } from 'zod';
import { annotation } from './annotation.ts';
import { imageTypes, limits } from './limits.ts';
import { attachmentInput, finalisedUpload, reserveUpload } from './widget.ts';

/** What crosses the wire between the staff's apps (inbox, extension) and the server, apart from table rows. */

const id = z.uuid();

/** `/.well-known/hearback.json` at the inbox's origin: all that a client must know of an installation. */
export const installation = z.object({
  name: z.string().min(1).max(100),
  apiUrl: z.url({ protocol: /^https?$/ }),
  publishableKey: z.string().min(10),
});
export type Installation = z.infer<typeof installation>;

/**
 * Body of `POST /functions/v1/captures`: files a picture that lies at `path` in the bucket `captures`
 * (put there by the member himself under row-level security). Idempotent by `id`.
 * `cleanPath`: where the same picture lies, of the same size, with only the redactions burnt in.
 */
export const fileCapture = z
  .object({
    id,
    projectId: id,
    path: z.string().max(300),
    cleanPath: z.string().max(300).optional(),
    title: z.string().trim().min(1).max(limits.titleLength),
    note: z.string().trim().max(limits.messageLength),
    /** The page that was captured; null where the picture came from a file. */
    sourceUrl: z
      .url({ protocol: /^https?$/ })
      .max(2048)
      .nullable(),
    pageTitle: z.string().max(300),
    boardId: id,
    competitorId: id.nullable(),
    annotation: annotation.optional(),
    capturedAt: z.iso.datetime({ offset: true }),
  })
  .strict()
  .refine((input) => input.cleanPath === undefined || input.annotation !== undefined, {
    path: ['annotation'],
    message: 'a picture without its marks goes only with the marks',
  });
export type FileCapture = z.infer<typeof fileCapture>;
export const filedCapture = finalisedUpload
  .omit({ uploadId: true })
  .extend({ captureId: id, contentType: z.enum(imageTypes), width: z.int(), height: z.int() });
export type FiledCapture = z.infer<typeof filedCapture>;

/**
 * Body of `POST /functions/v1/uploads`: a place for a picture or file of a member's reply. Answers `reservedUpload`;
 * PUT the bytes to its `url`, then `POST /functions/v1/uploads/:id/finalise` answers `finalisedUpload`. As a visitor's
 * uploads go, with the member's access token. `idempotencyKey` names the upload; repeating it gives the same place.
 */
export const reserveReplyUpload = reserveUpload.safeExtend({ projectId: id });
export type ReserveReplyUpload = z.infer<typeof reserveReplyUpload>;

/** Argument `uploads` of the SQL function `staff_reply`, which writes the message with all of them or not at all. */
export const replyUploads = z.array(attachmentInput).max(limits.attachments);
export type ReplyUploads = z.infer<typeof replyUploads>;
/** Answer of `staff_reply(conversation, body, internal, idempotency_key, uploads)`; a repeat answers the first. */
export const staffReply = z.object({ messageId: id, createdAt: z.iso.datetime({ offset: true }) });
export type StaffReply = z.infer<typeof staffReply>;

/** Answer of the SQL function `conversation_changes`: hand `cursor` back to get what came after. */
export const conversationChanges = z.object({ cursor: z.string(), ids: z.array(id), reload: z.boolean() });
export type ConversationChanges = z.infer<typeof conversationChanges>;
