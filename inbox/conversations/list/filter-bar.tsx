import { SegmentedControl } from '../../../shared/ui/choice.tsx';
import { Select } from '../../../shared/ui/field.tsx';
import { type ConversationFilter, conversationKinds } from '../../routing/route.ts';
import { useText } from '../../settings/text.ts';
import { conversations } from '../texts.ts';

const statuses = ['open', 'closed', 'all'] as const;
// Scores have a screen of their own; they are no conversations yet.
const kinds = ['all', ...conversationKinds.filter((kind) => kind !== 'score')] as const;

/** Which conversations the list shows. */
export function FilterBar(props: {
  filter: ConversationFilter;
  onChange: (filter: ConversationFilter) => void;
}) {
  const { filter, onChange } = props;
  const t = useText(conversations);
  return (
    <div class="filters">
      <SegmentedControl
        label={t('filter_status')}
        value={filter.status}
        options={statuses.map((status) => ({ value: status, label: t(`filter_${status}`) }))}
        onChange={(status) => onChange({ ...filter, status })}
      />
      <Select
        label={t('filter_kind')}
        labelHidden
        value={filter.kind}
        options={kinds.map((kind) => ({
          value: kind,
          label: kind === 'all' ? t('every_kind') : t(`kind_${kind}`),
        }))}
        onValue={(value) => {
          const kind = kinds.find((one) => one === value);
          if (kind) onChange({ ...filter, kind });
        }}
      />
    </div>
  );
}
