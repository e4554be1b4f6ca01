import { useEffect, useState } from 'preact/hooks';
import type { Team as TeamData } from '../../../shared/domain/team.ts';
import type { ConversationList } from '../../../shared/domain/widget.ts';
import { call } from '../../client/call.ts';
import { Team } from '../../conversations/team/team.tsx';
import { followUnread } from '../../polling/follow-unread.ts';
import { usePanel } from '../panel.ts';

/**
 * Who answers and when. Asked once a page, for it hardly changes; where the server does not say, nothing is shown.
 * Also keeps the number of unread answers current for whoever wrote.
 */
export function TeamLine({ onUnread }: { onUnread(unread: number): void }) {
  const { core, open } = usePanel();
  const [team, setTeam] = useState<TeamData | null>(null);
  useEffect(() => {
    if (!open || !core.store.get('wrote')) return;
    const end = new AbortController();
    followUnread(core, end.signal, onUnread);
    return () => end.abort();
  }, [core, open]);
  useEffect(() => {
    if (!open || team) return;
    const end = new AbortController();
    call(core, '/conversations', { signal: end.signal })
      .then(async (answer) => {
        const list: ConversationList | null = answer.ok ? await answer.json() : null;
        if (list?.team) setTeam(list.team);
      })
      .catch(() => {});
    return () => end.abort();
  }, [core, open, team]);
  return team && <Team team={team} />;
}
