import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { IconButton } from './button.tsx';
import { close } from './icons.ts';
import { useId } from './use-id.ts';

/**
 * A modal `<dialog>`, open as long as it is rendered: `{open && <Dialog …/>}`. Escape, the cross and a press
 * outside ask `onClose`. Focus goes to `[autofocus]` or the first control, and back when it closes.
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
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return;
    const root = element.getRootNode();
    const before = root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null;
    element.showModal();
    return () => {
      element.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      class="hb-dialog"
      aria-labelledby={id}
      style={width ? { maxInlineSize: width } : undefined}
      onCancel={(event) => {
        event.preventDefault();
        if (event.target === event.currentTarget) onClose();
      }}
      onClose={(event) => event.currentTarget.isConnected && onClose()}
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
    </dialog>
  );
}
