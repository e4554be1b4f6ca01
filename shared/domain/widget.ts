import { z } from 'zod';
import { annotation } from './annotation.ts';
import { context } from './context.ts';
import { fileTypes, imageTypes, limits } from './limits.ts';
import { conversationKind, conversationStatus, locale, messageAuthor, suggestionOutcome } from './nouns.ts';
import { surveyDefinition } from './survey.ts';
import { team } from './team.ts';

/**
 * What crosses the wire between the widget and the function `widget`.
 * The function parses with these schemas; the widget imports the types only, so that zod never reaches a page.
 */

const id = z.uuid();
const text = (max: number) => z.string().trim().min(1).max(max);

/** A key made by the client before the first try and repeated with every retry: the work is done once. */
const idempotencyKey = z.uuid();

/** 32 random bytes as base64url without padding. */
export const visitorToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
export const publishableKey = z.string().regex(/^pk_[A-Za-z0-9_-]{8,64}$/);

/** A place for one picture or file. A file has a name, a picture may have one. */
export const reserveUpload = z
  .object({
    idempotencyKey,
    contentType: z.enum([...imageTypes, ...fileTypes]),
    bytes: z.int().min(1).max(Math.max(limits.imageBytes, limits.fileBytes)),
    name: text(limits.fileNameLength).optional(),
  })
  .strict()
  .refine(({ contentType, name }) => name !== undefined || contentType.startsWith('image/'), {
    path: ['name'],
    message: 'a file has a name',
  });
export type ReserveUpload = z.infer<typeof reserveUpload>;

/** `url` takes one PUT with the reserved content type; null once the upload is finalised (a repeat). */
export const reservedUpload = z.object({ uploadId: id, url: z.url().nullable() });
export type ReservedUpload = z.infer<typeof reservedUpload>;

/** As the bytes say it. Pixels of a picture; a file has none. */
export const finalisedUpload = z.object({
  uploadId: id,
  contentType: z.enum([...imageTypes, ...fileTypes]),
  bytes: z.int(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  sha256: z.string(),
});
export type FinalisedUpload = z.infer<typeof finalisedUpload>;

/**
 * A finalised upload that goes with a message, and the shapes drawn on it (see shared/annotate). `cleanUploadId` is
 * the same picture, of the same size, with only the redactions burnt in: with it staff can hide the marks.
 */
export const attachmentInput = z
  .object({ uploadId: id, cleanUploadId: id.optional(), annotation: annotation.optional() })
  .strict()
  .refine((input) => input.cleanUploadId === undefined || input.annotation !== undefined, {
    path: ['annotation'],
    message: 'a picture without its marks goes only with the marks',
  });
export type AttachmentInput = z.infer<typeof attachmentInput>;

export const startConversation = z
  .object({
    idempotencyKey,
    kind: conversationKind.exclude(['score']),
    body: text(limits.messageLength),
    email: z.email().max(254).optional(),
    locale,
    context: context.optional(),
    attachments: z.array(attachmentInput).max(limits.attachments).optional(),
    /** Ties the question to the articles that were offered while it was typed. */
    suggestionSession: id.optional(),
  })
  .strict();
export type StartConversation = z.infer<typeof startConversation>;

export const startedConversation = z.object({ conversationId: id, number: z.int(), messageId: id });
export type StartedConversation = z.infer<typeof startedConversation>;

export const reply = z
  .object({
    idempotencyKey,
    body: text(limits.messageLength),
    attachments: z.array(attachmentInput).max(limits.attachments).optional(),
  })
  .strict();
export type Reply = z.infer<typeof reply>;

export const sentReply = z.object({ messageId: id });
export type SentReply = z.infer<typeof sentReply>;

/** One row of the visitor's own list. `preview` is the start of the last message he may see. */
export const conversationSummary = z.object({
  id,
  number: z.int(),
  kind: conversationKind,
  status: conversationStatus,
  preview: z.string(),
  unread: z.int(),
  lastMessageAt: z.iso.datetime({ offset: true }),
  /** Of a closed one: until when an answer opens it again (`limits.reopenDays`). Later ones are refused: `closed`. */
  reopenUntil: z.iso.datetime({ offset: true }).nullable(),
});
export type ConversationSummary = z.infer<typeof conversationSummary>;
/** Body of `POST /conversations/:id/read`: up to which message the visitor has seen the thread; all of it if missing. */
export const readConversation = z.object({ lastMessageId: id.optional() }).strict();
export type ReadConversation = z.infer<typeof readConversation>;
export const conversationList = z.object({ conversations: z.array(conversationSummary), team });
export type ConversationList = z.infer<typeof conversationList>;

/**
 * A picture or a file. `url` is a signed link that ends after an hour; ask again for a new one. A file's link saves
 * it under its name and never shows it; its sizes in pixels are null.
 */
export const threadAttachment = z.object({
  id,
  url: z.url(),
  name: z.string().nullable(),
  contentType: z.enum([...imageTypes, ...fileTypes]),
  bytes: z.int(),
  width: z.int().nullable(),
  height: z.int().nullable(),
});
export type ThreadAttachment = z.infer<typeof threadAttachment>;
export const threadMessage = z.object({
  id,
  author: messageAuthor,
  authorName: z.string().nullable(),
  body: z.string(),
  createdAt: z.iso.datetime({ offset: true }),
  attachments: z.array(threadAttachment),
});
export type ThreadMessage = z.infer<typeof threadMessage>;
/** A conversation as its visitor sees it: internal notes are never in it. */
export const thread = z.object({
  conversation: conversationSummary,
  messages: z.array(threadMessage),
  team,
  /** The question that is still to be asked now that this conversation is closed. */
  survey: surveyDefinition.nullable(),
});
export type Thread = z.infer<typeof thread>;

export const unread = z.object({ unread: z.int() });
export type Unread = z.infer<typeof unread>;

/** Query of `GET /articles`. Less than one Chinese character or three letters finds nothing. */
export const suggestQuery = z.object({ q: text(200), locale });
export type SuggestQuery = z.infer<typeof suggestQuery>;

export const articleSummary = z.object({ id, title: z.string(), excerpt: z.string(), locale });
export type ArticleSummary = z.infer<typeof articleSummary>;
export const articleSuggestions = z.object({ articles: z.array(articleSummary).max(limits.suggestions) });
export type ArticleSuggestions = z.infer<typeof articleSuggestions>;
/** `body` is Markdown: render it with raw HTML off and sanitise the result. */
export const article = z.object({
  id,
  title: z.string(),
  body: z.string(),
  locale,
  updatedAt: z.iso.datetime({ offset: true }),
});
export type Article = z.infer<typeof article>;

/** One event a session and article is kept once; `helped` is what "this answered it" sends instead of a question. */
export const suggestionEvent = z
  .object({
    suggestionSession: id,
    articleId: id,
    outcome: suggestionOutcome.exclude(['submitted_anyway']),
    query: z.string().max(200).optional(),
  })
  .strict();
export type SuggestionEvent = z.infer<typeof suggestionEvent>;
