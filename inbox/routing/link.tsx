import type { ComponentChildren } from 'preact';
import { formatRoute, type Route } from './route.ts';
import { navigate } from './router.ts';

type LinkProps = {
  to: Route;
  children: ComponentChildren;
  class?: string | undefined;
  tabIndex?: number | undefined;
  'data-id'?: string | undefined;
  'aria-current'?: 'page' | 'true' | undefined;
  onFocus?: (() => void) | undefined;
};

/** A link to a screen. Opening it in a new tab stays the browser's business. */
export function Link({ to, children, ...rest }: LinkProps) {
  return (
    <a
      {...rest}
      href={formatRoute(to)}
      onClick={(event) => {
        if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        navigate(to);
      }}
    >
      {children}
    </a>
  );
}
