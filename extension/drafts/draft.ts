import { limits } from '../../shared/domain/limits.ts';
import type { CompetitorChoice } from '../filing/competitor.ts';
import type { BoardChoice } from '../filing/filing.ts';

/** The page that a picture shows. */
export type CapturedPage = {
  url: string;
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
  /** The browser let nobody look for private fields on the page, so nothing is covered. */
  unmasked: boolean;
  /** What was drawn, as shared/annotate writes it. */
  annotation: unknown;
  form: DraftForm;
};

/** A title to begin with, from the page's. */
export function proposeTitle(page: { title: string; url: string }): string {
  const title = page.title.trim() || page.url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
  return title.slice(0, limits.titleLength);
}

/** A page's address as it may be filed: at most 2,048 characters, cut at the query where it is longer. */
export function fileableUrl(url: string): string {
  return url.length <= 2048 ? url : (url.split(/[?#]/)[0] ?? '').slice(0, 2048);
}

export function newDraft(input: {
  id: string;
  now: number;
  page: { url: string; title: string };
  picture: Blob;
  scale: number;
  unmasked: boolean;
}): Draft {
  const { id, now, page, picture, scale, unmasked } = input;
  return {
    id,
    createdAt: now,
    page: {
      url: fileableUrl(page.url),
      title: page.title.slice(0, 300),
      capturedAt: new Date(now).toISOString(),
    },
    picture,
    scale,
    unmasked,
    annotation: null,
    form: { title: proposeTitle(page), note: '' },
  };
}
