import { messageLength } from './message-length.ts';

/** Limits that browser and server must agree on. SQL repeats those that it enforces; a test compares them. */
export const limits = {
  messageLength,
  /** Characters of the reason behind a score. */
  commentLength: 2000,
  /** Bytes of one picture. */
  imageBytes: 10 * 1024 * 1024,
  /** Bytes of one file that is no picture, and characters of its name. */
  fileBytes: 10 * 1024 * 1024,
  fileNameLength: 200,
  /** Pixels of one side of a picture; WebP ends there. */
  imageSide: 16383,
  /** Pixels of one picture: a file of some KB may unpack to a gigabyte in the browser of whoever looks at it. */
  imagePixels: 20_000_000,
  /** Pictures and files that go with one message. */
  attachments: 5,
  /** Bytes of a JSON body: the longest message with as many pictures as may go with it, each full of shapes, and full logs. */
  bodyBytes: 384 * 1024,
  /** Bytes of one picture's annotation data as JSON in UTF-8. */
  annotationBytes: 32 * 1024,
  /** Shapes of one picture's annotation data. */
  annotationShapes: 500,
  /** Facts the host product adds to a message, and the characters of a fact's name and of its text. */
  customKeys: 30,
  customKeyLength: 64,
  customTextLength: 500,
  /** Lines of each kind that go with a message where the host enabled logs: the last ones. */
  logErrors: 30,
  logRequests: 30,
  logSteps: 20,
  /** Characters of an error, of a failed request's path, and of a step. */
  logTextLength: 500,
  logPathLength: 300,
  logStepLength: 200,
  /** Characters of the host's id of a user. */
  userIdLength: 200,
  /** Traits of a user, and the characters of a trait's name and of its text. */
  traitKeys: 20,
  traitKeyLength: 64,
  traitTextLength: 500,
  /** Days within which an answer opens a closed conversation again. */
  reopenDays: 14,
  /** Articles that are offered while somebody types. */
  suggestions: 5,
  /** Characters of a title: article, capture, board. */
  titleLength: 200,
  /** Characters of an article in Markdown. */
  articleLength: 50_000,
} as const;

/** What a picture may be. Decided by its first bytes, never by its name. */
export const imageTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] as const;
export type ImageType = (typeof imageTypes)[number];

/**
 * What else may go with a message. Decided by the first bytes, the kinds of text by being UTF-8 without a null
 * character. Nobody's browser shows them in place: they are served as downloads alone.
 */
export const fileTypes = [
  'application/pdf',
  'text/plain',
  'text/csv',
  'application/json',
  'application/zip',
  'video/mp4',
  'video/webm',
] as const;
export type FileType = (typeof fileTypes)[number];
