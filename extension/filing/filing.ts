import type { ImageType } from '../../shared/domain/limits.ts';
import type { CompetitorChoice } from './competitor.ts';

/** Where a capture goes: a board that exists, or one that is made with it. */
export type BoardChoice = { kind: 'known'; id: string; name: string } | { kind: 'new'; name: string };

export type Picture = { blob: Blob; contentType: ImageType };

/** Everything it takes to file a capture, so that it can be done later, by another run of the worker. */
export type Filing = {
  /** The capture's id on the server as well: filing it twice writes it once. */
  captureId: string;
  /** Where and as whom it is filed; nobody else's sign-in is used for it. */
  apiUrl: string;
  inboxUrl: string;
  userId: string;
  projectId: string;
  /** With everything drawn burnt in. */
  picture: Picture;
  /** The same with only the redactions burnt in; absent if nothing else was drawn, or without `annotation`. */
  clean?: Picture;
  title: string;
  note: string;
  /** Null for a picture from a file. */
  sourceUrl: string | null;
  pageTitle: string;
  /** ISO 8601 with offset. */
  capturedAt: string;
  /** The shapes drawn, as shared/annotate writes them; absent if there are none or too many. */
  annotation?: Record<string, unknown>;
  competitor: CompetitorChoice;
  board: BoardChoice;
};

/** What of a filing is done. Kept with it, so that a later try goes on from there. */
export type Progress = {
  competitorId?: string | null;
  boardId?: string;
  /** Both pictures, where there are two. */
  uploaded?: boolean;
};

export type Step = 'competitor' | 'board' | 'upload' | 'file';

/** The step that comes next. Filing itself is last: only its acknowledgement means "filed". */
export function nextStep(progress: Progress): Step {
  if (progress.competitorId === undefined) return 'competitor';
  if (progress.boardId === undefined) return 'board';
  return progress.uploaded ? 'file' : 'upload';
}

/** Whether a filing may be carried out with this sign-in. */
export function belongsTo(filing: Filing, signIn: { apiUrl: string; userId: string } | null): boolean {
  return signIn !== null && filing.apiUrl === signIn.apiUrl && filing.userId === signIn.userId;
}

const extensions: Record<ImageType, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
};

/** Where the picture lies in the bucket `captures`: a member may write below his own name only. */
export function picturePath(filing: Filing): string {
  return `${pathOf(filing)}.${extensions[filing.picture.contentType]}`;
}

/** Where the picture without the marks lies; undefined if there is none. */
export function cleanPath(filing: Filing): string | undefined {
  return filing.clean && `${pathOf(filing)}.clean.${extensions[filing.clean.contentType]}`;
}

const pathOf = ({ projectId, userId, captureId }: Filing) => `${projectId}/${userId}/${captureId}`;
