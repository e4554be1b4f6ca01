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
  const placeOf = ({ path }: Fault) => {
    const [, number] = /^questions\.(\d+)/.exec(path) ?? [];
    return number === undefined ? '' : t('question_number', { number: Number(number) + 1 });
  };
  /** The fields with errors stand in the order of the faults, several faults of one field beside one another. */
  const go = (fault: Fault) => {
    const question = /^questions\.(\d+)/.exec(fault.path)?.[1];
    const within =
      question === undefined ? form.current : form.current?.querySelectorAll('.question')[Number(question)];
    const field =
      within?.querySelector<HTMLElement>('[aria-invalid="true"]') ??
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"], .add-question');
    field?.focus();
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
