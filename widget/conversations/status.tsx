import type { ConversationStatus } from '../../shared/domain/nouns.ts';
import { Badge } from '../../shared/ui/status.tsx';
import { useConversationWords } from './words.ts';

const words = { open: 'statusOpen', snoozed: 'statusSnoozed', closed: 'statusClosed' } as const;
const tones = { open: 'accent', snoozed: 'warning', closed: 'neutral' } as const;

export function Status({ status }: { status: ConversationStatus }) {
  const { t } = useConversationWords();
  return (
    <Badge tone={tones[status]} dot>
      {t(words[status])}
    </Badge>
  );
}
