import { languageOf, scaleOf, textIn } from '../answers.ts';
import type { AnswerProps } from './asked.tsx';
import { useRoving } from './use-roving.ts';

/** Mouths of the five faces, from sad to glad, on a grid of 20. */
const mouths = [
  'M6.3 15c1-3.6 6.4-3.6 7.4 0',
  'M6.8 14.2c1-1.6 5.4-1.6 6.4 0',
  'M6.8 13.4h6.4',
  'M6.8 12.6c1 1.6 5.4 1.6 6.4 0',
  'M6.3 12c1 3.6 6.4 3.6 7.4 0',
];
const head = 'M18 10a8 8 0 1 1-16 0 8 8 0 0 1 16 0M7.3 8h.01M12.7 8h.01';
const star = 'M10 2.8l2.2 4.6 5 .7-3.6 3.5.9 5-4.5-2.4-4.5 2.4.9-5-3.6-3.5 5-.7z';

/** The points of a scale as buttons: one stop for Tab, the arrows go from one to the next, a press answers. */
export function Scale(props: AnswerProps<number> & { onPick(score: number): void }) {
  const { question, locale, t, given, onPick } = props;
  const { kind } = question;
  const scale = scaleOf(question) ?? { from: 0, to: 0 };
  const points = Array.from({ length: scale.to - scale.from + 1 }, (_, step) => scale.from + step);
  const roving = useRoving(points.length, given === undefined ? 0 : points.indexOf(given));

  // What an NPS and a CSAT ask is always the same; the ends of other scales depend on the question.
  const usual = kind === 'nps' || kind === 'csat';
  const ends = {
    low: textIn(question.low, locale) || (usual ? t(`${kind}Low`) : ''),
    high: textIn(question.high, locale) || (usual ? t(`${kind}High`) : ''),
  };
  const name = (score: number) => {
    const label = score === scale.from ? ends.low : score === scale.to ? ends.high : '';
    return t(label ? 'pointNamed' : 'point', { score, max: scale.to, label });
  };
  const look = kind === 'csat' ? 'faces' : kind === 'rating' && scale.to <= 5 ? 'stars' : 'numbers';
  return (
    <>
      <fieldset
        ref={roving.ref}
        class={`sq-scale sq-${look}`}
        data-points={points.length}
        aria-labelledby={props.labelledBy}
        aria-describedby={props.describedBy}
        onKeyDown={roving.onKeyDown}
      >
        {points.map((score, at) => (
          <button
            key={score}
            type="button"
            data-begin
            tabIndex={at === roving.at ? 0 : -1}
            aria-label={name(score)}
            aria-pressed={given === undefined ? undefined : given === score}
            onClick={() => onPick(score)}
          >
            {look === 'numbers' ? (
              score
            ) : (
              <svg viewBox="0 0 20 20" aria-hidden="true">
                <path d={look === 'stars' ? star : `${head}${mouths[at]}`} />
              </svg>
            )}
          </button>
        ))}
      </fieldset>
      {(ends.low || ends.high) && (
        <p class="sq-ends" aria-hidden="true">
          {(['low', 'high'] as const).map((end) => (
            <bdi key={end} lang={question[end] && languageOf(question[end], locale)}>
              {ends[end]}
            </bdi>
          ))}
        </p>
      )}
    </>
  );
}
