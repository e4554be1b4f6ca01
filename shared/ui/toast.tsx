import { useEffect, useState } from 'preact/hooks';
import { Button, IconButton } from './button.tsx';
import { Icon } from './icon.tsx';
import { alert, check, close } from './icons.ts';

export type Toast = {
  text: string;
  /** `danger` stays until it is dismissed. Default `success`. */
  tone?: 'success' | 'danger' | undefined;
  /** A way on or back ("Undo"); such a toast stays longer. */
  action?: { label: string; run: () => void } | undefined;
};
export type ShownToast = Toast & { id: number };

/** The toasts of one app: made once, shown by one ToastRegion. */
export type Toasts = {
  show(toast: Toast): void;
  dismiss(id: number): void;
  list(): readonly ShownToast[];
  subscribe(listener: () => void): () => void;
};

export function createToasts(): Toasts {
  let shown: readonly ShownToast[] = [];
  let last = 0;
  const listeners = new Set<() => void>();
  const set = (next: readonly ShownToast[]) => {
    shown = next;
    for (const listener of listeners) listener();
  };
  return {
    // More than three would hide the page: the oldest goes.
    show: (toast) => set([...shown, { ...toast, id: ++last }].slice(-3)),
    dismiss: (id) => set(shown.filter((toast) => toast.id !== id)),
    list: () => shown,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/**
 * Where toasts appear and are announced. Render it once and keep it: a live region must exist beforehand.
 * It lies under an open Dialog: what goes wrong in a dialog is said in the dialog.
 */
export function ToastRegion(props: { toasts: Toasts; label: string; dismissLabel: string }) {
  const { toasts, label, dismissLabel } = props;
  const [shown, setShown] = useState(toasts.list());
  useEffect(() => {
    setShown(toasts.list());
    return toasts.subscribe(() => setShown(toasts.list()));
  }, [toasts]);
  return (
    <section class="hb-toasts" aria-label={label} aria-live="polite" aria-atomic={false}>
      {shown.map((toast) => (
        <ToastView
          key={toast.id}
          toast={toast}
          dismissLabel={dismissLabel}
          onDismiss={() => toasts.dismiss(toast.id)}
        />
      ))}
    </section>
  );
}

function ToastView(props: { toast: ShownToast; dismissLabel: string; onDismiss: () => void }) {
  const { toast, dismissLabel, onDismiss } = props;
  const [held, setHeld] = useState(false);
  const danger = toast.tone === 'danger';
  useEffect(() => {
    if (held || danger) return;
    const timer = setTimeout(onDismiss, toast.action ? 10_000 : 5000);
    return () => clearTimeout(timer);
  }, [held, danger]);
  return (
    <div
      class={`hb-toast hb-tone-${toast.tone ?? 'success'}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      <Icon path={danger ? alert : check} />
      <span class="hb-toast-text">{toast.text}</span>
      {toast.action && (
        <Button
          variant="ghost"
          onClick={() => {
            toast.action?.run();
            onDismiss();
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton icon={close} label={dismissLabel} onClick={onDismiss} />
    </div>
  );
}
