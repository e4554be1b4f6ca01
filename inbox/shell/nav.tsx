import { Icon } from '../../shared/ui/icon.tsx';
import { board, book, chart, inbox, settings, survey } from '../../shared/ui/icons.ts';
import { Link } from '../routing/link.tsx';
import { everything, type Route } from '../routing/route.ts';
import { useText } from '../settings/text.ts';
import { shell } from '../settings/texts.ts';

type Room = 'inbox' | 'articles' | 'nps' | 'surveys' | 'boards' | 'settings';

const rooms: readonly { room: Room; icon: string; to: Route }[] = [
  { room: 'inbox', icon: inbox, to: { name: 'conversations', id: null, filter: everything } },
  { room: 'articles', icon: book, to: { name: 'articles' } },
  { room: 'nps', icon: chart, to: { name: 'nps', range: '90d' } },
  { room: 'surveys', icon: survey, to: { name: 'surveys' } },
  { room: 'boards', icon: board, to: { name: 'boards' } },
  { room: 'settings', icon: settings, to: { name: 'settings' } },
];

/** The room that a screen belongs to. */
export function roomOf(route: Route): Room | null {
  switch (route.name) {
    case 'conversations':
      return 'inbox';
    case 'articles':
    case 'article':
    case 'new-article':
      return 'articles';
    case 'nps':
      return 'nps';
    case 'surveys':
    case 'survey':
    case 'survey-results':
    case 'new-survey':
      return 'surveys';
    case 'boards':
    case 'board':
      return 'boards';
    case 'settings':
      return 'settings';
    case 'unknown':
      return null;
  }
}

/** The way between the rooms. */
export function Nav({ route }: { route: Route }) {
  const t = useText(shell);
  const here = roomOf(route);
  return (
    <nav class="nav" aria-label={t('navigation')}>
      {rooms.map(({ room, icon, to }) => (
        <Link
          key={room}
          class={`nav-link nav-${room}`}
          to={to}
          aria-current={room === here ? 'page' : undefined}
        >
          <Icon path={icon} />
          <span>{t(`nav_${room}`)}</span>
        </Link>
      ))}
    </nav>
  );
}
