import { useEffect, useRef } from 'preact/hooks';
import { type Action, actionOf } from './registry.ts';

/** Does the action; false if there is nothing to do now, so that the key keeps its usual meaning. */
type Handler = () => unknown;

// The last view that asked for an action gets it.
const handlers = new Map<Action, Handler[]>();

function typesInto(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable || target.matches('input:not([type=radio], [type=checkbox]), textarea, select')
  );
}

addEventListener('keydown', (event) => {
  // Dialogs and menus have keys of their own.
  if (event.defaultPrevented || document.querySelector('dialog[open], [popover]:popover-open')) return;
  const target = event.target;
  const action = actionOf(event, typesInto(target));
  if (!action) return;
  // Arrow keys and Enter belong to the control that has the focus, unless it is a row of the list.
  const onControl =
    target instanceof HTMLElement && target.matches('a, button, input, [tabindex]:not(h1, h2)');
  if (onControl && !target.matches('.row') && /^(Arrow|Enter)/.test(event.key) && action !== 'send') return;
  if (action === 'open' && onControl) return;
  const handler = handlers.get(action)?.at(-1);
  if (handler && handler() !== false) event.preventDefault();
});

/** Does `handler` when the action's key is pressed, as long as the view is shown. */
export function useShortcut(action: Action, handler: Handler): void {
  const latest = useRef(handler);
  latest.current = handler;
  useEffect(() => {
    const mine: Handler = () => latest.current();
    const held = handlers.get(action) ?? [];
    handlers.set(action, [...held, mine]);
    return () => {
      const others = (handlers.get(action) ?? []).filter((one) => one !== mine);
      handlers.set(action, others);
    };
  }, [action]);
}
