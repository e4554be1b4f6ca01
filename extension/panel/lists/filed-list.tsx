import { relativeTime } from '../../../shared/i18n/time.ts';
import { Icon } from '../../../shared/ui/icon.tsx';
import { check, external } from '../../../shared/ui/icons.ts';
import type { Filed } from '../../messages/protocol.ts';
import { useFrame } from '../../views/app-frame.tsx';
import { boardAddress } from '../../views/board-address.ts';

/** What the server acknowledged of late, each with the way to its board. */
export function FiledList({ filed }: { filed: Filed[] }) {
  const { t, locale } = useFrame();
  if (!filed.length) return null;
  return (
    <section class="panel-section" aria-labelledby="filed">
      <h2 id="filed">{t('filedTitle')}</h2>
      <ul class="panel-list">
        {filed.map((filing) => (
          <li key={filing.id} class="panel-row">
            <span class="panel-done">
              <Icon path={check} size={16} />
            </span>
            <div class="panel-row-text">
              <span class="panel-row-title">{filing.title}</span>
              <span class="panel-row-more">
                <a
                  href={boardAddress(filing)}
                  target="_blank"
                  rel="noopener"
                  aria-label={t('filedOpen', { board: filing.board })}
                >
                  {filing.board}
                  <Icon path={external} size={14} />
                </a>
                <span>{relativeTime(locale, filing.filedAt, Date.now())}</span>
              </span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
