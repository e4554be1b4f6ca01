import { Icon } from '../../../shared/ui/icon.tsx';
import * as icons from '../../../shared/ui/icons.ts';
import { addSheet } from '../../frame/sheet.ts';
import { useEntries } from '../../sending/use-entries.ts';
import { useLaterWords } from '../later-words.ts';
import { usePanel } from '../panel.ts';
import css from './waiting.css?inline';

/** What is not sent yet, and the way to it. */
export function Waiting() {
  const { core, go } = usePanel();
  const { t } = useLaterWords();
  addSheet(core.shadow, css);
  const unsent = useEntries().filter(({ state, kind }) => state !== 'sent' && kind !== 'response');
  const first = unsent[0];
  if (!first) return null;
  return (
    <button type="button" class="row notice" onClick={() => go({ at: 'sending', item: first.id })}>
      <Icon path={icons.clock} />
      <span class="grow">{t('waitingItems', { count: unsent.length })}</span>
      <Icon path={icons.chevronRight} />
    </button>
  );
}
