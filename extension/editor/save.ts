import { encodeSent } from '../../shared/annotate/encode-sent.ts';
import type { AnnotationDocument } from '../../shared/annotate/model/document.ts';
import type { Draft } from '../drafts/draft.ts';
import { saveDraft } from '../drafts/store.ts';
import type { Filing } from '../filing/filing.ts';
import { ask } from '../messages/ask.ts';
import { tell } from '../messages/changes.ts';
import { read, write } from '../settings/kept.ts';
import { type FilledForm, settled } from './form.ts';

export type SaveError = 'picture' | 'too-large' | 'not-kept';

/** `smaller`: the picture had to be made smaller to be filed, to this size in pixels. */
export type Saving = { ok: true; smaller: Size | null } | { ok: false; error: SaveError };
export type Size = { width: number; height: number };

/**
 * Burns what was drawn into the picture, keeps the result durably for the worker and drops the picture that
 * shows what redactions hide. Once it is ok nothing can be lost; filing is the worker's business.
 */
export async function save(input: {
  draft: Draft;
  image: ImageBitmap;
  drawing: AnnotationDocument;
  form: FilledForm;
  userId: string;
}): Promise<Saving> {
  const { draft, image, drawing, userId } = input;
  const form = settled(input.form);
  const connection = await read('connection');
  if (!connection) return failed('not-kept');

  const encoded = await encodeSent(image, drawing);
  if (!encoded.ok) return failed(encoded.error.code === 'too-large' ? 'too-large' : 'picture');
  const { picture, clean, annotation } = encoded.value;
  const filing: Filing = {
    captureId: draft.id,
    apiUrl: connection.apiUrl,
    inboxUrl: connection.inboxUrl,
    userId,
    projectId: form.project.id,
    picture: { blob: picture.blob, contentType: picture.contentType },
    ...(clean && { clean: { blob: clean.blob, contentType: clean.contentType } }),
    title: form.title,
    note: form.note,
    sourceUrl: draft.page.url,
    pageTitle: draft.page.title,
    capturedAt: draft.page.capturedAt,
    ...(annotation && { annotation }),
    competitor: form.competitor,
    board: form.board,
  };
  try {
    await saveDraft(filing);
  } catch {
    return failed('not-kept');
  }
  await rememberChoice(form);
  tell('drafts');
  await ask('take-over', null);
  const { width, height } = picture;
  return { ok: true, smaller: picture.scaledBy < 1 ? { width, height } : null };
}

const failed = (error: SaveError) => ({ ok: false, error }) as const;

/** Proposes the same project and board the next time. A new board has no id yet. */
async function rememberChoice({ project, board }: ReturnType<typeof settled>): Promise<void> {
  const habits = (await read('habits')) ?? { boards: {} };
  const boards = board.kind === 'known' ? { ...habits.boards, [project.id]: board.id } : habits.boards;
  await write('habits', { projectId: project.id, boards });
}
