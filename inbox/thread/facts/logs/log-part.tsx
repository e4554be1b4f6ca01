import { Button } from '../../../../shared/ui/button.tsx';
import { conversations } from '../../../conversations/texts.ts';
import { useText } from '../../../settings/text.ts';
import type { Logs } from '../facts.ts';
import { Entries } from './entries.tsx';
import type { Entry } from './timeline.ts';

/** How many of the last entries are shown beside the conversation. */
const few = 6;

/** The end of what went on before the message, and the way to all of it. */
export function LogPart(props: { logs: Logs; entries: readonly Entry[]; onOpen: () => void }) {
  const { logs, entries, onOpen } = props;
  const t = useText(conversations);
  return (
    <section class="facts-part" aria-labelledby="facts-log">
      <h3 id="facts-log">{t('log')}</h3>
      <p class="muted log-counts">
        {[
          logs.errors.length > 0 && t('log_errors', { count: logs.errors.length }),
          logs.requests.length > 0 && t('log_requests', { count: logs.requests.length }),
          logs.steps.length > 0 && t('log_steps', { count: logs.steps.length }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Entries entries={entries.slice(-few)} />
      <Button onClick={onOpen}>{t('log_all', { count: entries.length })}</Button>
    </section>
  );
}
