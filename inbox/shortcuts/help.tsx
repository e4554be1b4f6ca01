import { Dialog } from '../../shared/ui/dialog.tsx';
import { useText } from '../settings/text.ts';
import { shell } from '../settings/texts.ts';
import { actions, groups, shortcuts } from './registry.ts';

const signs: Readonly<Partial<Record<string, string>>> = { ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc' };
const mod = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl';

/** Every key and what it does. */
export function ShortcutHelp({ onClose }: { onClose: () => void }) {
  const t = useText(shell);
  return (
    <Dialog title={t('shortcuts')} closeLabel={t('close')} onClose={onClose} textOnly>
      {groups.map((group) => (
        <section key={group} class="shortcut-group">
          <h3>{t(`shortcuts_${group}`)}</h3>
          <dl class="shortcuts">
            {actions
              .filter((action) => shortcuts[action].group === group)
              .map((action) => (
                <div key={action}>
                  <dt>{t(`shortcut_${action}`)}</dt>
                  <dd>
                    {shortcuts[action].keys.map((key) => (
                      <kbd key={key}>
                        {key.replace('Mod', mod).replace(/\w+$/, (name) => signs[name] ?? name)}
                      </kbd>
                    ))}
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
