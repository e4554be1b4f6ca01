import { useLayoutEffect, useRef } from 'preact/hooks';
import type { AnnotateStrings } from '../../strings.ts';
import { SHORTCUTS } from '../input/actions.ts';
import { useSheet } from '../use-sheet.ts';
import { keyCaps } from './caps.ts';
import css from './help.css?inline';

/** All shortcuts, from the list the keys themselves are read from. Modal as long as it is rendered. */
export function Help({ strings, onClose }: { strings: AnnotateStrings; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    dialog.current?.showModal();
  }, []);
  useSheet(dialog, css);
  return (
    <dialog
      ref={dialog}
      class="hb-annotate-help"
      aria-label={strings.help}
      onClose={onClose}
      // Its keys are its own: neither the editor nor a dialog around it may act on them.
      onKeyDown={(event) => event.stopPropagation()}
      onPointerDown={(event) => event.target === event.currentTarget && event.currentTarget.close()}
    >
      <div>
        <header>
          <h2>{strings.help}</h2>
          <button type="button" class="hb-annotate-button" onClick={() => dialog.current?.close()}>
            {strings.close}
          </button>
        </header>
        {SHORTCUTS.map(([group, entries]) => (
          <section key={group}>
            <h3>{strings[group]}</h3>
            <dl>
              {entries.map(([action, keys]) => (
                <div key={action}>
                  <dt>{strings[action]}</dt>
                  <dd>
                    {keys.split(' ').map((chord) => (
                      <kbd key={chord}>{keyCaps(chord)}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </dialog>
  );
}
