import '../pictures.css';
import { useText } from '../../settings/text.ts';
import { inWords, readMarks } from './marks.ts';
import { pictures } from './texts.ts';

/** What was drawn on a picture, in words: for who cannot see it, and to find a text without looking for it. */
export function MarksList({ annotation }: { annotation: unknown }) {
  const t = useText(pictures);
  const words = inWords(readMarks(annotation), t);
  if (words.length === 0) return null;
  return (
    <ul class="marks-list" aria-label={t('marks_list')}>
      {words.map((word, index) => (
        <li key={index}>
          <bdi>{word}</bdi>
        </li>
      ))}
    </ul>
  );
}
