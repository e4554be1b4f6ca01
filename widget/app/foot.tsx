import { Select } from '../../shared/ui/select.tsx';
import { addSheet } from '../frame/sheet.ts';
import css from './foot.css?inline';
import { languages, nameOf } from './languages.ts';
import { useLaterWords } from './later-words.ts';
import { usePanel } from './panel.ts';

/** The language of the panel, to be chosen. */
export function Foot({ onLanguage }: { onLanguage(language: string): void }) {
  const { core } = usePanel();
  const { t, language } = useLaterWords();
  addSheet(core.shadow, css);
  return (
    <Select
      label={t('language')}
      labelHidden
      value={language}
      options={languages(core.options).map((value) => ({ value, label: nameOf(value) }))}
      onValue={onLanguage}
    />
  );
}
