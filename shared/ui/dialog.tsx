import type { ComponentChildren, ComponentProps } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { IconButton } from './button.tsx';
import { close } from './icons.ts';
import { useId } from './use-id.ts';

/**
 * A modal `<dialog>` without anything around its content, open as long as it is rendered. Escape asks `onClose`; whoever
 * is asked may let it stand. Focus goes to `begin`, and back when it closes. Other properties are those of `<dialog>`.
 */
export function Modal(
  props: Omit<ComponentProps<'dialog'>, 'ref' | 'onCancel' | 'onClose'> & {
    onClose: () => void;
    /** What in it takes the focus, as a selector. Default `[autofocus]` or the first control. */
    begin?: string;
  },
) {
  const { onClose, begin, ...rest } = props;
  const dialog = useRef<HTMLDialogElement>(null);

  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return;
    const root = element.getRootNode();
    const before = root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null;
    element.showModal();
    if (begin) element.querySelector<HTMLElement>(begin)?.focus();
    return () => {
      element.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  return (
    <dialog
      {...rest}
      ref={dialog}
      onCancel={(event) => {
        event.preventDefault();
        if (event.target === event.currentTarget) onClose();
      }}
      onClose={({ currentTarget: element }) => {
        if (!element.isConnected) return;
        // At a second Escape the browser closes it without asking.
        onClose();
        requestAnimationFrame(() => element.isConnected && !element.open && element.showModal());
      }}
    />
  );
}

/**
 * A titled dialog: `{open && <Dialog …/>}`. Escape, the cross and a press outside ask `onClose`. Focus goes to
 * `[autofocus]` or the first control, and back when it closes.
 */
export function Dialog(props: {
  title: string;
  closeLabel: string;
  onClose: () => void;
  /** Buttons, the one that acts last. */
  footer?: ComponentChildren;
  /** Widest inline size as a CSS length. Default 480px. */
  width?: string | undefined;
  /** Whether there is nothing in it to take the focus: it takes it itself then, so that keys scroll it. */
  textOnly?: boolean;
  children: ComponentChildren;
}) {
  const { title, closeLabel, onClose, footer, width, textOnly, children } = props;
  const id = useId();
  return (
    <Modal
      class="hb-dialog"
      aria-labelledby={id}
      style={width ? { maxInlineSize: width } : undefined}
      onClose={onClose}
      onPointerDown={(event) => event.target === event.currentTarget && onClose()}
    >
      <div class="hb-dialog-frame">
        <header class="hb-dialog-head">
          <h2 id={id}>{title}</h2>
          <IconButton icon={close} label={closeLabel} onClick={onClose} />
        </header>
        <div class="hb-dialog-body" tabIndex={textOnly ? 0 : undefined}>
          {children}
        </div>
        {footer && <footer class="hb-dialog-foot">{footer}</footer>}
      </div>
    </Modal>
  );
}
