import { Icon } from '../../shared/ui/icon.tsx';
import { arrowLeft } from '../../shared/ui/icons.ts';
import { Link } from './link.tsx';
import type { Route } from './route.ts';

/** The arrow at the head of a screen, to the one above it. */
export function BackLink({ to, label, class: extra }: { to: Route; label: string; class?: string }) {
  return (
    <Link class={`hb-button hb-ghost hb-square${extra ? ` ${extra}` : ''}`} to={to}>
      <Icon path={arrowLeft} />
      <span class="hb-sr">{label}</span>
    </Link>
  );
}
