import { limits } from '../../shared/domain/limits.ts';
import type { CompetitorChoice } from '../filing/competitor.ts';
import type { BoardChoice } from '../filing/filing.ts';

/** The page that a picture shows, or the file it came from. */
export type CapturedPage = {
  /** Null for a file: nobody knows which page it shows. */
  url: string | null;
  title: string;
  /** ISO 8601 with offset. */
  capturedAt: string;
};

/** What the member fills in. `undefined` means that he has not chosen yet and a proposal is made. */
export type DraftForm = {
  title: string;
  note: string;
  projectId?: string | undefined;
  competitor?: CompetitorChoice | undefined;
  board?: BoardChoice | undefined;
};

/** What could not be covered in a picture, so that the member has to look for himself: null if all was. */
export type Uncovered =
  /** The browser let nobody look into the page. */
  | { kind: 'page' }
  /** The browser let nobody look into these frames, which other sites show on the page. */
  | { kind: 'frames'; hosts: string[] }
  /** Nobody knows what the file shows. */
  | { kind: 'file' }
  | null;

/** A capture that is being worked on. It stays in this browser until it is saved or discarded. */
export type Draft = {
  /** Becomes the capture's id. */
  id: string;
  createdAt: number;
  page: CapturedPage;
  /** The picture without what was drawn on it; masks are burnt in. */
  picture: Blob;
  /** Pixels of the picture per CSS pixel of the page. */
  scale: number;
  uncovered: Uncovered;
  /** The part could not be chosen on the page: it is to be cut out in the editor. */
  toCrop: boolean;
  /** What was drawn, as shared/annotate writes it. */
  annotation: unknown;
  form: DraftForm;
};

/** A title to begin with, from the page's; empty if nothing is known of it. */
export function proposeTitle(page: { title: string; url: string | null }): string {
  const address = page.url?.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
  const title = page.title.trim() || address || '';
  return title.slice(0, limits.titleLength);
}

/** A page's address as it may be filed: at most 2,048 characters, cut at the query where it is longer. */
export function fileableUrl(url: string): string {
  return url.length <= 2048 ? url : (url.split(/[?#]/)[0] ?? '').slice(0, 2048);
}

export function newDraft(input: {
  id: string;
  now: number;
  page: { url: string | null; title: string };
  picture: Blob;
  scale: number;
  uncovered: Uncovered;
  toCrop?: boolean;
}): Draft {
  const { id, now, page, picture, scale, uncovered, toCrop = false } = input;
  return {
    id,
    createdAt: now,
    page: {
      url: page.url && fileableUrl(page.url),
      title: page.title.slice(0, 300),
      capturedAt: new Date(now).toISOString(),
    },
    picture,
    scale,
    uncovered,
    toCrop,
    annotation: null,
    form: { title: proposeTitle(page), note: '' },
  };
}
