import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { step } from './choice.tsx';
import { Icon } from './icon.tsx';
import { useId } from './use-id.ts';

export type MenuItem = {
  label: string;
  icon?: string | undefined;
  danger?: boolean | undefined;
  disabled?: boolean | undefined;
  run: () => void;
};

/**
 * A button that opens a list of actions beside itself. Arrow keys, Home, End and first letters move, Enter
 * runs, Escape and Tab close; the focus returns to the button.
 */
export function Menu(props: {
  /** Accessible name of button and list. */
  label: string;
  items: readonly MenuItem[];
  /** What the button shows. */
  children: ComponentChildren;
  class?: string | undefined;
  /** Opens the list at once. */
  startOpen?: boolean | undefined;
}) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(props.startOpen ?? false);

  useLayoutEffect(() => {
    const popover = list.current;
    if (!open || !popover || !button.current) return;
    popover.showPopover();
    place(popover, button.current.getBoundingClientRect());
    entries(popover)[0]?.focus();
    const shut = () => setOpen(false);
    addEventListener('resize', shut);
    return () => removeEventListener('resize', shut);
  }, [open]);

  const shut = () => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      event.stopPropagation();
      shut();
    } else if (list.current) {
      move(event, entries(list.current));
    }
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        class={props.class ?? 'hb-button hb-ghost hb-square'}
        aria-label={props.label}
        title={props.label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {props.children}
      </button>
      {open && (
        <div
          ref={list}
          id={id}
          class="hb-menu"
          role="menu"
          popover="auto"
          aria-label={props.label}
          onKeyDown={onKeyDown}
          onToggle={(event) => event.newState === 'closed' && setOpen(false)}
        >
          {props.items.map((item) => (
            <button
              key={item.label}
              type="button"
              role="menuitem"
              class={`hb-menu-item${item.danger ? ' hb-menu-danger' : ''}`}
              tabIndex={-1}
              disabled={item.disabled}
              onClick={() => {
                shut();
                item.run();
              }}
            >
              {item.icon && <Icon path={item.icon} size={16} />}
              {item.label}
            </button>
          ))}
        </div>
      )}
    </>
  );
}

function entries(list: HTMLElement): HTMLButtonElement[] {
  return [...list.querySelectorAll<HTMLButtonElement>('button:enabled')];
}

function move(event: KeyboardEvent, items: readonly HTMLButtonElement[]): void {
  const now = event.target instanceof HTMLButtonElement ? items.indexOf(event.target) : -1;
  const letter = event.key.toLowerCase();
  const called = (item: HTMLElement) =>
    letter.length === 1 && item.textContent.trim().toLowerCase().startsWith(letter);
  // The next one with this letter, and round again.
  const after = items.findIndex((item, at) => at > now && called(item));
  const next = step(event.key, now, items.length) ?? (after < 0 ? items.findIndex(called) : after);
  if (next < 0) return;
  event.preventDefault();
  items[next]?.focus();
}

/** Under the button and flush with its end, or above it where the window ends; always inside the window. */
function place(list: HTMLElement, button: DOMRect): void {
  const { offsetWidth: width, offsetHeight: height } = list;
  const below = button.bottom + 4;
  const top = below + height > innerHeight ? Math.max(4, button.top - 4 - height) : below;
  const left = Math.min(Math.max(4, button.right - width), innerWidth - width - 4);
  list.style.top = `${top}px`;
  list.style.left = `${left}px`;
}
