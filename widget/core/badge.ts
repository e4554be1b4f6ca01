import en from '../../shared/i18n/widget/badge/en.ts';
import zh from '../../shared/i18n/widget/badge/zh-CN.ts';
import { addSheet } from '../frame/sheet.ts';
import type { Ground } from '../loader/core.ts';
import type { Store } from '../loader/store.ts';
import css from './badge.css?inline';

/** How many answers are unread, on the launcher and in its name. */
export function createBadge({ button, shadow, stage, options, label }: Ground, store: Store) {
  addSheet(shadow, css);
  const badge = document.createElement('span');
  badge.className = 'badge';
  badge.hidden = true;
  button.append(badge);
  return {
    /** Also the words anew: the language may have changed. */
    show(unread: number) {
      label(store.get('locale'));
      badge.hidden = unread < 1;
      // Drawn by the sheet: as text it would be part of the label, which the button's name has to contain as it is.
      badge.dataset.count = unread > 99 ? '99+' : `${unread}`;
      const own = options.strings?.[stage.lang]?.['badge.unread'];
      const words = own ?? (/^zh/.test(stage.lang) ? zh : en).unread;
      if (unread > 0) button.ariaLabel += `, ${words.replace('{count}', `${unread}`)}`;
    },
  };
}
