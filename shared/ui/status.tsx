import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

export { Spinner } from './spinner.tsx';

export type Tone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger';

/** A word or two about a state. The tone repeats what the words say, it never says it alone. */
export function Badge(props: {
  tone?: Tone | undefined;
  /** Puts a dot before the words, as for the status of a conversation. */
  dot?: boolean | undefined;
  children: ComponentChildren;
}) {
  return (
    <span class={`hb-badge hb-tone-${props.tone ?? 'neutral'}`}>
      {props.dot && <span class="hb-dot" />}
      {props.children}
    </span>
  );
}

/** A number on something else: at most "99+", nothing at zero. `label` is read in its place ("3 unread"). */
export function Count({ value, label }: { value: number; label: string }) {
  return value > 0 ? (
    <span class="hb-count" role="img" aria-label={label}>
      {value > 99 ? '99+' : value}
    </span>
  ) : null;
}

/** Grey lines where text is about to be. Says `label` once to a screen reader. */
export function Skeleton({ lines = 3, label }: { lines?: number | undefined; label: string }) {
  return (
    <div class="hb-skeleton" role="status">
      <span class="hb-sr">{label}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} class="hb-skeleton-line" />
      ))}
    </div>
  );
}

/** A list without rows, or a view that failed: what it is, why, and the way on. */
export function EmptyState(props: {
  icon?: string | undefined;
  title: string;
  children?: ComponentChildren;
  /** Usually one Button. */
  action?: ComponentChildren;
}) {
  return (
    <div class="hb-empty">
      {props.icon && <Icon path={props.icon} size={28} />}
      <p class="hb-empty-title">{props.title}</p>
      {props.children && <div class="hb-empty-text">{props.children}</div>}
      {props.action}
    </div>
  );
}
