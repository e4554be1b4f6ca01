import type { FileType, ImageType } from '../../shared/domain/limits.ts';
import type { SurveyResponse } from '../../shared/domain/survey.ts';
import type { StartConversation } from '../../shared/domain/widget.ts';

/** A picture on its way: already flattened, the only form of it that leaves the page. */
export interface OutgoingPicture {
  /** Names the upload over all tries: a random UUID (version 4). */
  readonly key: string;
  readonly blob: Blob;
  readonly contentType: ImageType;
  /** What the file was called, where it was one. */
  readonly name?: string;
  /** The shapes; its width and height are those of the picture as it is encoded, else the server refuses it. */
  readonly annotation?: Record<string, unknown>;
  /**
   * The same picture, of exactly the same size, with only the redactions burnt in; where there are other marks,
   * so that staff can hide them. Never without `annotation`. `encodeSent` (shared/annotate) makes all three.
   */
  readonly clean?: { readonly blob: Blob; readonly contentType: ImageType };
}

/** Any other file that goes along, byte for byte as it was chosen. */
export interface OutgoingFile {
  /** As a picture's. */
  readonly key: string;
  readonly blob: Blob;
  readonly contentType: FileType;
  /** At most `limits.fileNameLength` characters. */
  readonly name: string;
  readonly annotation?: never;
  readonly clean?: never;
}

export type OutgoingAttachment = OutgoingPicture | OutgoingFile;

/** Names the upload of a picture's clean image: a version 8 UUID, so that no random key is ever the same. */
export const cleanKey = (key: string): string => `${key.slice(0, 14)}8${key.slice(15)}`;

export interface OutgoingConversation {
  readonly request: Omit<StartConversation, 'idempotencyKey' | 'attachments'>;
  readonly attachments: readonly OutgoingAttachment[];
}

export interface OutgoingReply {
  readonly conversation: string;
  readonly body: string;
  readonly attachments: readonly OutgoingAttachment[];
}

export interface OutgoingResponse {
  readonly survey: string;
  readonly response: Omit<SurveyResponse, 'idempotencyKey'>;
}

/**
 * What the widget's outbox takes. The outbox's id of an entry is its idempotency key. `visitor` is the token of who
 * wrote it: it goes in his name, also when somebody else has logged in meanwhile. The sender adds it.
 */
export type OutgoingEntry = { visitor?: string } & (
  | { kind: 'conversation'; payload: OutgoingConversation }
  /** Replies in one conversation keep their order. */
  | { kind: 'reply'; payload: OutgoingReply; lane: string }
  | { kind: 'response'; payload: OutgoingResponse }
);

/** The uploads that are finished: id of the upload by the key of its picture, file or clean image. */
export type UploadSteps = Record<string, string>;

/** What the server said when it took it. */
export type Receipt =
  | { kind: 'conversation'; conversation: string; number: number }
  | { kind: 'reply'; conversation: string; message: string }
  | { kind: 'response' };
