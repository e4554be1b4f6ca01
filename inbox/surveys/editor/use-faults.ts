import { useMemo } from 'preact/hooks';
import { surveyLimits } from '../../../shared/domain/survey-limits.ts';
import { useText } from '../../settings/text.ts';
import { clean, type Draft } from '../definition/draft.ts';
import { type Fault, faults } from '../definition/faults.ts';
import { surveys } from '../texts.ts';

/** What is wrong with the draft, and the sentence for a field. Fields say nothing before `checked`. */
export function useFaults(draft: Draft, checked: boolean) {
  const t = useText(surveys);
  const found = useMemo(() => faults(clean(draft)), [draft]);
  const sentence = ({ code, path }: Fault) =>
    t(`fault_${code}`, {
      limit: /options|low|high/.test(path) ? surveyLimits.label : surveyLimits.title,
      kind: t(`kind_${draft.kind}`),
    });
  const errorOf = (path: string): string | undefined => {
    const fault = checked ? found.find((one) => one.path === path) : undefined;
    return fault && sentence(fault);
  };
  return { found, sentence, errorOf };
}
export type ErrorOf = (path: string) => string | undefined;
