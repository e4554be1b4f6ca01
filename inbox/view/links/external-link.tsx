import { Icon } from '../../../shared/ui/icon.tsx';
import { external } from '../../../shared/ui/icons.ts';

/** How many letters at the end stay on one line with the icon, where an address breaks anywhere. */
const tail = 6;

/** An address of the outside, as a link that opens beside the inbox; `newTab` says so to who cannot see the icon. */
export function ExternalLink(props: { href: string; title?: string | undefined; newTab: string }) {
  const letters = [...props.href];
  return (
    <a href={props.href} target="_blank" rel="noopener noreferrer" title={props.title}>
      {letters.slice(0, -tail).join('')}
      <span class="unbroken">
        {letters.slice(-tail).join('')} <Icon path={external} size={14} />
      </span>{' '}
      <span class="hb-sr">{props.newTab}</span>
    </a>
  );
}
