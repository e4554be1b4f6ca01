// Product managers' captures of other products: invented ones, on pages drawn for this purpose.
import { demoProjectId } from '../demo.ts';
import type { Picture } from './pictures.ts';
import { stableId } from './random.ts';
import type { CaptureText, DemoUserName } from './texts.ts';

/**
 * @param boards ids by name
 * @param competitors ids by domain
 */
export function captureRows(
  texts: readonly CaptureText[],
  now: number,
  userIds: Readonly<Record<DemoUserName, string>>,
  pictures: ReadonlyMap<string, Picture>,
  boards: ReadonlyMap<string, string>,
  competitors: ReadonlyMap<string, string>,
) {
  return texts.flatMap((text) => {
    const picture = pictures.get(`captures/${text.picture}`);
    const board = boards.get(text.board);
    const competitor = text.competitor === null ? null : competitors.get(text.competitor);
    if (board === undefined || competitor === undefined)
      throw new Error(`"${text.title}" names a board or a competitor that supabase/seed.sql does not have.`);
    if (picture === undefined) throw new Error(`The picture captures/${text.picture}.webp is missing.`);
    const id = stableId('capture', text.picture);
    const by = userIds[text.by];
    const { clean } = picture;
    return {
      id,
      project_id: demoProjectId,
      board_id: board,
      competitor_id: competitor,
      title: text.title,
      note: text.note,
      source_url: text.url,
      page_title: text.pageTitle,
      path: `${demoProjectId}/${by}/${id}.webp`,
      content_type: 'image/webp',
      bytes: picture.data.byteLength,
      width: picture.width,
      height: picture.height,
      sha256: picture.sha256,
      annotation: picture.annotation,
      clean_path: clean && `${demoProjectId}/${by}/${id}.clean.webp`,
      clean_content_type: clean && 'image/webp',
      clean_bytes: clean?.data.byteLength ?? null,
      clean_sha256: clean?.sha256 ?? null,
      created_by: by,
      captured_at: new Date(now - text.ago),
      created_at: new Date(now - text.ago + 40_000),
    };
  });
}
