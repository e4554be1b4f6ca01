import type { ComponentChildren } from 'preact';
import { Icon } from '../../shared/ui/icon.tsx';
import { alert, info } from '../../shared/ui/icons.ts';

/** A short message in the flow of a view. `danger` is read out at once. */
export function Notice(props: {
  tone?: 'neutral' | 'warning' | 'danger';
  title?: string;
  children: ComponentChildren;
}) {
  const { tone = 'neutral', title, children } = props;
  return (
    <div class={`ext-notice hb-tone-${tone}`} role={tone === 'danger' ? 'alert' : 'note'}>
      <Icon path={tone === 'neutral' ? info : alert} />
      <div class="ext-notice-text">
        {title && <p class="ext-notice-title">{title}</p>}
        {children}
      </div>
    </div>
  );
}
