import { safeFileName } from '../../../shared/domain/files/file-name.ts';
import { type FileType, limits } from '../../../shared/domain/limits.ts';
import { HEAD_BYTES, isText, kindOf, textType } from './kind.ts';

/** Why a file cannot go along. `unreadable`: a folder, or a file that is gone or closed to the browser. */
export type FileProblem = 'unreadable' | 'empty' | 'too-large' | 'wrong-type' | 'not-utf8';

export type ReadFile =
  | { kind: 'picture' }
  | { kind: 'file'; blob: Blob; contentType: FileType; name: string }
  | { kind: 'problem'; problem: FileProblem };

const problem = (of: FileProblem): ReadFile => ({ kind: 'problem', problem: of });

/** Files that hold text by their names, and are refused for how it is written rather than for what they are. */
const textNames = /\.(?:txt|log|md|csv|json|har|tsv)$/i;

/**
 * Finds out what a file is, from its bytes as the server does, and takes a copy of it: what lies on the disk may be
 * changed or gone by the time the message is sent. Pictures are left to the editor. Never rejects.
 */
export async function readFile(file: File): Promise<ReadFile> {
  try {
    const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
    if (head.length === 0) return problem('empty');
    const kind = kindOf(head);
    if (kind === 'picture') return { kind };
    if (kind === null) return problem(textNames.test(file.name) ? 'not-utf8' : 'wrong-type');
    if (file.size > limits.fileBytes) return problem('too-large');
    const bytes = await file.arrayBuffer();
    if (kind === 'text' && !isText(new Uint8Array(bytes)))
      return problem(textNames.test(file.name) ? 'not-utf8' : 'wrong-type');
    const contentType = kind === 'text' ? textType(file.name) : kind;
    // As it is kept, so that what he sees is what staff see.
    const name = safeFileName(file.name, contentType);
    return { kind: 'file', blob: new Blob([bytes], { type: contentType }), contentType, name };
  } catch {
    return problem('unreadable');
  }
}
