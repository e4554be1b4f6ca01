import type { FileCapture } from '../../shared/domain/staff.ts';
import type { Exchange } from '../../shared/outbox/http.ts';
import type { Outcome, Steps } from '../../shared/outbox/record.ts';
import type { CompetitorChoice } from './competitor.ts';
import { type BoardChoice, cleanPath, type Filing, nextStep, type Progress, picturePath } from './filing.ts';

/** The server as a filing sees it. Everything may be asked twice: what is there already is answered, not doubled. */
export type FilingServer = {
  competitor(
    projectId: string,
    choice: Extract<CompetitorChoice, { kind: 'new' }>,
  ): Promise<Exchange<{ id: string }>>;
  board(projectId: string, choice: Extract<BoardChoice, { kind: 'new' }>): Promise<Exchange<{ id: string }>>;
  upload(path: string, picture: Blob, contentType: string): Promise<Exchange<null>>;
  file(body: FileCapture): Promise<Exchange<null>>;
};

/** What is kept of a capture after the server acknowledged it. */
export type FilingReceipt = { title: string; boardId: string; board: string; inboxUrl: string };

/**
 * Carries a filing to its end, or as far as it goes, from wherever an earlier try left it.
 * @param keep stores what is done so far, before the next step begins
 */
export async function carryOut(
  filing: Filing,
  done: Steps<Progress>,
  server: FilingServer,
  keep: (progress: Steps<Progress>) => Promise<void>,
): Promise<Outcome<FilingReceipt>> {
  const progress: Progress = {};
  if (done.competitorId !== undefined) progress.competitorId = done.competitorId;
  if (done.boardId !== undefined) progress.boardId = done.boardId;
  if (done.uploaded !== undefined) progress.uploaded = done.uploaded;

  let uploadedNow = false;
  for (;;) {
    const step = nextStep(progress);
    if (step === 'competitor') {
      const { competitor } = filing;
      if (competitor.kind === 'new') {
        const reply = await server.competitor(filing.projectId, competitor);
        if (reply.kind !== 'ok') return reply;
        progress.competitorId = reply.body.id;
      } else {
        progress.competitorId = competitor.kind === 'known' ? competitor.id : null;
      }
    } else if (step === 'board') {
      const { board } = filing;
      if (board.kind === 'new') {
        const reply = await server.board(filing.projectId, board);
        if (reply.kind !== 'ok') return reply;
        progress.boardId = reply.body.id;
      } else {
        progress.boardId = board.id;
      }
    } else if (step === 'upload') {
      const reply = await uploadPictures(filing, server);
      if (reply.kind !== 'ok') return reply;
      progress.uploaded = true;
      uploadedNow = true;
    } else {
      const boardId = progress.boardId ?? '';
      const reply = await server.file(fileBody(filing, boardId, progress.competitorId ?? null));
      if (reply.kind === 'ok')
        return {
          kind: 'sent',
          receipt: {
            title: filing.title,
            boardId,
            board: filing.board.name,
            inboxUrl: filing.inboxUrl,
          },
        };
      // A picture is no longer where an earlier try put it: put it there again.
      if (reply.kind !== 'refused' || reply.error.code !== 'conflict' || uploadedNow) return reply;
      delete progress.uploaded;
      await keep({ uploaded: undefined });
      continue;
    }
    await keep(progress);
  }
}

/** Puts one picture after the other; one that lies there already is left as it is. */
async function uploadPictures(filing: Filing, server: FilingServer): Promise<Exchange<null>> {
  const { picture, clean } = filing;
  const reply = await server.upload(picturePath(filing), picture.blob, picture.contentType);
  const path = cleanPath(filing);
  if (reply.kind !== 'ok' || !clean || !path) return reply;
  return server.upload(path, clean.blob, clean.contentType);
}

function fileBody(filing: Filing, boardId: string, competitorId: string | null): FileCapture {
  const clean = cleanPath(filing);
  return {
    id: filing.captureId,
    projectId: filing.projectId,
    path: picturePath(filing),
    ...(clean && { cleanPath: clean }),
    title: filing.title,
    note: filing.note,
    sourceUrl: filing.sourceUrl,
    pageTitle: filing.pageTitle,
    boardId,
    competitorId,
    ...(filing.annotation && { annotation: filing.annotation }),
    capturedAt: filing.capturedAt,
  };
}
