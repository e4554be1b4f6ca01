import en from '../../shared/i18n/widget/badge/en.ts';
import zh from '../../shared/i18n/widget/badge/zh-CN.ts';
import { addSheet } from '../frame/sheet.ts';
import type { Ground } from '../loader/core.ts';
import type { Store } from '../loader/store.ts';
import css from './badge.css?inline';

/** Shows on the launcher, and says in its name, how many answers are unread; none at 0. */
export function showBadge(
  { button, shadow, stage, options, label }: Ground,
  store: Store,
  unread: number,
): void {
  addSheet(shadow, css);
  label(store.get('locale'));
  const badge = button.querySelector<HTMLElement>('.badge') ?? document.createElement('span');
  badge.className = 'badge';
  badge.hidden = unread < 1;
  // Drawn by the sheet: as text it would be part of the label, which the button's name has to contain as it is.
  badge.dataset.count = unread > 99 ? '99+' : `${unread}`;
  button.append(badge);
  const words = options.strings?.[stage.lang]?.['badge.unread'] ?? (/^zh/.test(stage.lang) ? zh : en).unread;
  if (unread > 0) button.ariaLabel += `, ${words.replace('{count}', `${unread}`)}`;
}
