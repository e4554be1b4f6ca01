import { useMemo } from 'preact/hooks';
import { parseTime } from '../../../shared/i18n/time.ts';
import { Badge } from '../../../shared/ui/status.tsx';
import { Link } from '../../routing/link.tsx';
import type { ConversationFilter } from '../../routing/route.ts';
import { usePreferences } from '../../settings/preferences.tsx';
import { useText } from '../../settings/text.ts';
import { Ago } from '../../view/ago.tsx';
import { KindIcon } from '../kind.tsx';
import type { ConversationRow } from '../queries.ts';
import { conversations } from '../texts.ts';

type RowProps = {
  row: ConversationRow;
  filter: ConversationFilter;
  selected: boolean;
  /** The one row that Tab reaches. */
  entry: boolean;
  now: number;
  onFocus: (id: string) => void;
};

/** One conversation of the list. */
export function Row({ row, filter, selected, entry, now, onFocus }: RowProps) {
  const t = useText(conversations);
  const { locale } = usePreferences();
  const unanswered = row.status === 'open' && row.last_message_author === 'visitor';
  const draw = () => (
    <Link
      to={{ name: 'conversations', id: row.id, filter }}
      class="row"
      data-id={row.id}
      tabIndex={entry ? 0 : -1}
      aria-current={selected ? 'true' : undefined}
      onFocus={() => onFocus(row.id)}
    >
      <KindIcon kind={row.kind} label={t(`kind_${row.kind}`)} />
      <span class="row-head">
        <bdi class="row-who">{row.visitors?.name ?? row.visitors?.email ?? t('anonymous')}</bdi>
        <span class="row-number">#{row.number}</span>
      </span>
      <span class="row-marks">
        {row.status !== 'open' && filter.status === 'all' && (
          <Badge tone={row.status === 'snoozed' ? 'warning' : 'neutral'}>{t(`status_${row.status}`)}</Badge>
        )}
        {unanswered && (
          <span class="row-unanswered" title={t('unanswered')}>
            <span class="hb-sr">{t('unanswered')}</span>
          </span>
        )}
        <Ago class="row-time" at={parseTime(row.last_message_at)} now={now} />
      </span>
      <span class="row-preview">
        {row.last_message_author === 'member' ? t('team_wrote', { text: row.preview }) : row.preview}
      </span>
    </Link>
  );
  // While the list scrolls, a row that stays the same is not drawn again.
  return useMemo(draw, [row, filter.status, filter.kind, selected, entry, now, locale]);
}
