import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import { Spinner } from './spinner.tsx';

type NativeButton = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'class' | 'className' | 'icon' | 'size'>;

export type ButtonProps = NativeButton & {
  /** `primary` once a view at most; `danger` for what cannot be undone. Default `secondary`. */
  variant?: 'primary' | 'secondary' | 'ghost' | 'danger' | undefined;
  /** Path data from icons.ts, before the words. */
  icon?: string | undefined;
  /** Shows a spinner and takes no further presses, but keeps the focus where it is. */
  busy?: boolean | undefined;
  class?: string | undefined;
  children?: ComponentChildren;
};

/** A `<button>`, of type "button" unless told otherwise. */
export function Button({
  variant = 'secondary',
  icon,
  busy,
  class: extra,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      class={`hb-button hb-${variant}${extra ? ` ${extra}` : ''}`}
      aria-busy={busy}
      aria-disabled={busy || rest['aria-disabled']}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {busy ? <Spinner /> : icon && <Icon path={icon} />}
      {children}
    </button>
  );
}

export type IconButtonProps = Omit<ButtonProps, 'icon' | 'children' | 'title'> & {
  icon: string;
  /** Its accessible name, also shown by the browser to whoever points at it. */
  label: string;
};

/** A square button that shows an icon alone. */
export function IconButton({ icon, label, variant = 'ghost', class: extra, ...rest }: IconButtonProps) {
  return (
    <Button
      {...rest}
      variant={variant}
      icon={icon}
      class={`hb-square${extra ? ` ${extra}` : ''}`}
      aria-label={label}
      title={label}
    />
  );
}
