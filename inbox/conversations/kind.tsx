import type { ConversationKind } from '../../shared/domain/nouns.ts';
import { Icon } from '../../shared/ui/icon.tsx';
import { bug, chart, idea, praise, question } from '../../shared/ui/icons.ts';

const kindIcons: Readonly<Record<ConversationKind, string>> = {
  bug,
  idea,
  question,
  praise,
  score: chart,
};

/** The sign of a kind, named for who cannot see it. */
export function KindIcon({ kind, label }: { kind: ConversationKind; label: string }) {
  return (
    <span class={`kind kind-${kind}`} title={label}>
      <Icon path={kindIcons[kind]} size={16} />
      <span class="hb-sr">{label}</span>
    </span>
  );
}
