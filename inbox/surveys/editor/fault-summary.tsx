import type { RefObject } from 'preact';
import { useText } from '../../settings/text.ts';
import type { Fault } from '../definition/faults.ts';
import { surveys } from '../texts.ts';

/** What is to be put right before it can be saved; a press goes to the field. */
export function FaultSummary(props: {
  found: readonly Fault[];
  sentence: (fault: Fault) => string;
  form: RefObject<HTMLFormElement | null>;
}) {
  const { found, sentence, form } = props;
  const t = useText(surveys);
  if (found.length === 0) return null;
  const questionOf = ({ path }: Fault) => /^questions\.(\d+)/.exec(path)?.[1];
  const placeOf = (fault: Fault) => {
    const question = questionOf(fault);
    const option = /\.options\.(\d+)/.exec(fault.path)?.[1];
    return [
      question !== undefined && t('question_number', { number: Number(question) + 1 }),
      option !== undefined && t('option_number', { number: Number(option) + 1 }),
    ]
      .filter(Boolean)
      .join(', ');
  };
  /** To the field that says the same: of several in one question the one at the fault's place among them. */
  const go = (fault: Fault) => {
    const question = questionOf(fault);
    const alike = found.filter((one) => questionOf(one) === question && sentence(one) === sentence(fault));
    const cards = form.current?.querySelectorAll('.question');
    const within = question === undefined ? form.current : cards?.[Number(question)];
    const said = [...(within?.querySelectorAll('.hb-error:not([hidden])') ?? [])].filter(
      (error) =>
        error.textContent === sentence(fault) && (question !== undefined || !error.closest('.question')),
    );
    const field = said[alike.indexOf(fault)]?.closest('.hb-field, .sub, .survey-section');
    field?.querySelector<HTMLElement>('[aria-invalid="true"], input, .add-question')?.focus();
  };
  return (
    <div class="form-failure fault-summary" role="alert" tabIndex={-1}>
      <p>{t('to_fix', { count: found.length })}</p>
      <ul>
        {found.map((fault) => (
          <li key={`${fault.path} ${fault.code}`}>
            <button type="button" class="link-button" onClick={() => go(fault)}>
              {placeOf(fault) && <strong>{placeOf(fault)}: </strong>}
              {sentence(fault)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
