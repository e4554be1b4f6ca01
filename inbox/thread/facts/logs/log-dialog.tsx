import { useState } from 'preact/hooks';
import { Button } from '../../../../shared/ui/button.tsx';
import { SegmentedControl } from '../../../../shared/ui/choice.tsx';
import { Dialog } from '../../../../shared/ui/dialog.tsx';
import { copy } from '../../../../shared/ui/icons.ts';
import { conversations } from '../../../conversations/texts.ts';
import { useText } from '../../../settings/text.ts';
import { shell } from '../../../settings/texts.ts';
import { copyText } from '../../../view/copy-text.ts';
import type { Logs } from '../facts.ts';
import { Entries } from './entries.tsx';
import { asText, type Entry } from './timeline.ts';

const parts = ['all', 'errors', 'requests', 'steps'] as const;
type Part = (typeof parts)[number];

function partOf(entry: Entry): Part {
  if (entry.kind === 'error') return 'errors';
  return entry.kind === 'request' ? 'requests' : 'steps';
}

/** All that went on before the message, whole, to read, narrow and copy. */
export function LogDialog(props: { logs: Logs; entries: readonly Entry[]; onClose: () => void }) {
  const { logs, entries, onClose } = props;
  const t = useText(conversations);
  const say = useText(shell);
  const [part, setPart] = useState<Part>('all');
  const shown = entries.filter((entry) => part === 'all' || partOf(entry) === part);
  const put = (text: string) => void copyText(text, say('copied'), say('not_copied'));
  return (
    <Dialog
      title={t('log')}
      closeLabel={say('close')}
      width="760px"
      onClose={onClose}
      footer={
        <>
          <Button icon={copy} onClick={() => put(JSON.stringify(logs, null, 2))}>
            {t('copy_json')}
          </Button>
          <Button
            icon={copy}
            onClick={() => put(asText(shown, (kind) => t(`log_${kind}`), t('log_no_answer')))}
          >
            {t('copy_text')}
          </Button>
        </>
      }
    >
      <p class="muted">{t('log_about')}</p>
      <SegmentedControl
        label={t('log_part')}
        value={part}
        options={parts
          .filter((one) => one === 'all' || logs[one].length > 0)
          .map((one) => ({
            value: one,
            label: t(`log_part_${one}`),
            count: one === 'all' ? entries.length : logs[one].length,
          }))}
        onChange={setPart}
      />
      <Entries entries={shown} whole />
    </Dialog>
  );
}
