import './shell.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useWorkplace } from '../app/workplace.ts';
import { useRoute } from '../routing/router.ts';
import { useText } from '../settings/text.ts';
import { shell } from '../settings/texts.ts';
import { ShortcutHelp } from '../shortcuts/help.tsx';
import { useShortcut } from '../shortcuts/use-shortcut.ts';
import { AccountDialog } from './account.tsx';
import { Nav, roomOf } from './nav.tsx';
import { ProjectSwitch } from './project-switch.tsx';
import { Screen } from './screen.tsx';

/** Everything around a screen: the way between rooms, the project, the account, keys. */
export function Shell({ installation, signOut }: { installation: string; signOut: () => void }) {
  const { me, project } = useWorkplace();
  const t = useText(shell);
  const route = useRoute();
  const room = roomOf(route);
  const [open, setOpen] = useState<'account' | 'shortcuts' | null>(null);
  const main = useRef<HTMLElement>(null);
  useShortcut('help', () => setOpen('shortcuts'));

  useEffect(() => {
    document.title = `${room ? t(`nav_${room}`) : t('unknown_title')} · ${project.name} · ${installation}`;
  }, [room, project.name, installation, t]);

  // A new screen is read from its beginning. Inside the inbox list and thread look after themselves.
  const screen = route.name;
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    main.current?.focus({ preventScroll: true });
    main.current?.scrollTo(0, 0);
  }, [screen]);

  return (
    <div class="app">
      <button type="button" class="hb-sr hb-skip" onClick={() => main.current?.focus()}>
        {t('skip')}
      </button>
      <header class="side">
        <div class="side-head">
          <img src="./mark.svg" alt="" width={24} height={24} />
          <ProjectSwitch />
        </div>
        <Nav route={route} />
        <button type="button" class="account" aria-haspopup="dialog" onClick={() => setOpen('account')}>
          <span class="avatar" aria-hidden="true">
            {initials(me.name)}
          </span>
          <span class="account-words">
            <span class="hb-sr">{t('account')} </span>
            <bdi>{me.name}</bdi> <span class="muted">{t(`role_${me.role}`)}</span>
          </span>
        </button>
      </header>
      <main id="main" ref={main} class="main" tabIndex={-1}>
        <Screen key={project.id} route={route} />
      </main>
      {open === 'account' && (
        <AccountDialog
          onClose={() => setOpen(null)}
          onShortcuts={() => setOpen('shortcuts')}
          signOut={signOut}
        />
      )}
      {open === 'shortcuts' && <ShortcutHelp onClose={() => setOpen(null)} />}
    </div>
  );
}

/** One Chinese character, or the first letters of first and last name. */
function initials(name: string): string {
  if (/^\p{Script=Han}/u.test(name)) return name.slice(-1);
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : '']
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
}
