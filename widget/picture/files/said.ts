import { limits } from '../../../shared/domain/limits.ts';
import { bytes } from '../../../shared/i18n/bytes.ts';
import type { Core } from '../../loader/core.ts';
import { pictureWords } from '../words.ts';
import type { FileProblem } from './read-file.ts';

/** The sentence for a file that cannot go along: which one, why, and what works. */
export function fileProblem(core: Core, problem: FileProblem, name: string): string {
  const t = pictureWords(core);
  switch (problem) {
    case 'empty':
      return t('fileEmpty', { name });
    case 'too-large':
      return t('fileTooLarge', { name, size: bytes(core.language(), limits.fileBytes) });
    case 'wrong-type':
      return t('fileWrong', { name });
    case 'not-utf8':
      return t('fileNotUtf8', { name });
    case 'unreadable':
      return t('fileUnreadable', { name });
  }
}
