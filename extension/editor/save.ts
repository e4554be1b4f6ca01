import { flatten } from '../../shared/annotate/flatten.ts';
import type { AnnotationDocument } from '../../shared/annotate/model/document.ts';
import { serialise } from '../../shared/annotate/model/parse.ts';
import { encodeImage } from '../../shared/capture/image/encode.ts';
import { limits } from '../../shared/domain/limits.ts';
import type { Draft } from '../drafts/draft.ts';
import { saveDraft } from '../drafts/store.ts';
import type { Filing } from '../filing/filing.ts';
import { ask } from '../messages/ask.ts';
import { tell } from '../messages/changes.ts';
import { read, write } from '../settings/kept.ts';
import { type FilledForm, settled } from './form.ts';

export type SaveError = 'picture' | 'too-large' | 'not-kept';

/**
 * Burns what was drawn into the picture, keeps the result durably for the worker and drops the picture that
 * shows what redactions hide. Once it answers null nothing can be lost; filing is the worker's business.
 */
export async function save(input: {
  draft: Draft;
  image: ImageBitmap;
  drawing: AnnotationDocument;
  form: FilledForm;
  userId: string;
}): Promise<SaveError | null> {
  const { draft, image, drawing, userId } = input;
  const form = settled(input.form);
  const connection = await read('connection');
  if (!connection) return 'not-kept';

  const encoded = await encode(image, drawing);
  if (!encoded.ok) return encoded.error.code === 'too-large' ? 'too-large' : 'picture';
  const { blob, contentType } = encoded.value;
  const annotation = drawing.shapes.length ? { ...serialise(drawing) } : null;
  const filing: Filing = {
    captureId: draft.id,
    apiUrl: connection.apiUrl,
    inboxUrl: connection.inboxUrl,
    userId,
    projectId: form.project.id,
    picture: { blob, contentType },
    title: form.title,
    note: form.note,
    sourceUrl: draft.page.url,
    pageTitle: draft.page.title,
    capturedAt: draft.page.capturedAt,
    // The picture holds it all; the shapes go along where they fit into a request.
    ...(annotation && JSON.stringify(annotation).length <= limits.annotationBytes && { annotation }),
    competitor: form.competitor,
    board: form.board,
  };
  try {
    await saveDraft(filing);
  } catch {
    return 'not-kept';
  }
  await rememberChoice(form);
  tell('drafts');
  await ask('take-over', null);
  return null;
}

async function encode(image: ImageBitmap, drawing: AnnotationDocument) {
  try {
    return await encodeImage(flatten(image, drawing));
  } catch (cause) {
    return { ok: false, error: { code: 'engine-failed', detail: String(cause) } } as const;
  }
}

/** Proposes the same project and board the next time. A new board has no id yet. */
async function rememberChoice({ project, board }: ReturnType<typeof settled>): Promise<void> {
  const habits = (await read('habits')) ?? { boards: {} };
  const boards = board.kind === 'known' ? { ...habits.boards, [project.id]: board.id } : habits.boards;
  await write('habits', { projectId: project.id, boards });
}
