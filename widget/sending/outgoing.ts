import type { ImageType } from '../../shared/domain/limits.ts';
import type { StartConversation, SurveyResponse } from '../../shared/domain/widget.ts';

/** A picture on its way: already flattened, the only form of it that leaves the page. */
export interface OutgoingPicture {
  /** Names the upload over all tries. */
  readonly key: string;
  readonly blob: Blob;
  readonly contentType: ImageType;
  readonly annotation?: Record<string, unknown>;
}

export interface OutgoingConversation {
  readonly request: Omit<StartConversation, 'idempotencyKey' | 'attachments'>;
  readonly pictures: readonly OutgoingPicture[];
}

export interface OutgoingReply {
  readonly conversation: string;
  readonly body: string;
  readonly pictures: readonly OutgoingPicture[];
}

export interface OutgoingResponse {
  readonly survey: string;
  readonly response: Omit<SurveyResponse, 'idempotencyKey'>;
}

/** What the widget's outbox takes. The outbox's id of an entry is its idempotency key. */
export type Outgoing =
  | { kind: 'conversation'; payload: OutgoingConversation }
  /** Replies in one conversation keep their order. */
  | { kind: 'reply'; payload: OutgoingReply; lane: string }
  | { kind: 'response'; payload: OutgoingResponse };

/** The uploads that are finished: id of the upload by the key of its picture. */
export type UploadSteps = Record<string, string>;

/** What the server said when it took it. */
export type Receipt =
  | { kind: 'conversation'; conversation: string; number: number }
  | { kind: 'reply'; conversation: string; message: string }
  | { kind: 'response' };
