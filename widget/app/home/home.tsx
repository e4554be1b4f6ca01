import { useState } from 'preact/hooks';
import { Icon } from '../../../shared/ui/icon.tsx';
import * as icons from '../../../shared/ui/icons-first.ts';
import { room } from '../../frame/room.tsx';
import { usePanel } from '../panel.ts';
import { formKinds } from '../place.ts';
import { useWords } from '../words.ts';

const kindIcons = { bug: icons.bug, idea: icons.idea, question: icons.question, praise: icons.praise };

const Waiting = room(async () => (await import('./waiting.tsx')).Waiting, 'optional');
const TeamLine = room(async () => (await import('./team-line.tsx')).TeamLine, 'optional');

/** Where the panel opens: what one can start, what waits, and the way to one's conversations. */
export function Home() {
  const { core, go } = usePanel();
  const [unread, setUnread] = useState(core.unread());
  const { t } = useWords();
  return (
    <div class="home">
      <div class="intro">
        <h3>{t('homeTitle')}</h3>
        <p>{t('homeText')}</p>
      </div>
      {core.store.get('waiting') && <Waiting />}
      <div class="kinds">
        {formKinds.map((kind) => (
          <button key={kind} type="button" class="row" onClick={() => go({ at: 'form', kind })}>
            <Icon path={kindIcons[kind]} />
            <span class="grow">
              <b>{t(kind)}</b>
              <span class="quiet">{t(`${kind}Hint`)}</span>
            </span>
            <Icon path={icons.chevronRight} />
          </button>
        ))}
      </div>
      <button type="button" class="row plain" onClick={() => go({ at: 'conversations' })}>
        <Icon path={icons.message} />
        <span class="grow">{t('conversations')}</span>
        {unread > 0 && <span class="fresh">{t('unread', { count: unread })}</span>}
        <Icon path={icons.chevronRight} />
      </button>
      <TeamLine onUnread={setUnread} />
    </div>
  );
}
