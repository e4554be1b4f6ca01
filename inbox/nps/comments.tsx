import './comments.css';
import { useState } from 'preact/hooks';
import { parseTime } from '../../shared/i18n/time.ts';
import { SegmentedControl } from '../../shared/ui/choice.tsx';
import { message } from '../../shared/ui/icons.ts';
import { EmptyState } from '../../shared/ui/status.tsx';
import { useWorkplace } from '../app/workplace.ts';
import { Paged } from '../data/paged.tsx';
import { usePages } from '../data/use-pages.ts';
import { useText } from '../settings/text.ts';
import { Ago } from '../view/ago.tsx';
import { isWebAddress } from '../view/links/web-address.ts';
import { useNow } from '../view/use-now.ts';
import { type Group, readComments } from './queries.ts';
import { groups } from './score.tsx';
import { nps } from './texts.ts';

const groupOf = (score: number): Group => (score >= 9 ? 'promoters' : score >= 7 ? 'passives' : 'detractors');

/** The reasons that people gave, newest first. */
export function Comments({ since }: { since: string | null }) {
  const { backend, project } = useWorkplace();
  const t = useText(nps);
  const now = useNow();
  const [group, setGroup] = useState<Group | 'all'>('all');
  const pages = usePages(
    (cursor) => readComments(backend.db, project.id, since, group, cursor),
    [project.id, since, group],
  );
  return (
    <section class="card comments" aria-labelledby="comments-title">
      <header class="card-head">
        <h2 id="comments-title">{t('comments')}</h2>
        <SegmentedControl
          label={t('comments_of')}
          value={group}
          options={(['all', ...groups] as const).map((one) => ({ value: one, label: t(one) }))}
          onChange={setGroup}
        />
      </header>
      <Paged
        pages={pages}
        waiting={{ lines: 5, label: t('loading') }}
        empty={
          <EmptyState icon={message} title={t('no_comments_title')}>
            {t('no_comments')}
          </EmptyState>
        }
      >
        <ul class="comment-list">
          {pages.rows.map(({ id, score, comment, page_url: page, created_at, locale }) => (
            <li key={id}>
              <span class={`comment-score score-${groupOf(score ?? 0)}`}>
                <span class="hb-sr">{t('score_of')} </span>
                {score}
              </span>
              <div>
                <p lang={locale}>{comment}</p>
                <p class="muted">
                  <Ago at={parseTime(created_at)} now={now} />
                  {page && isWebAddress(page) && (
                    <>
                      {' · '}
                      <a href={page} target="_blank" rel="noopener noreferrer">
                        {new URL(page).host + new URL(page).pathname}
                      </a>
                    </>
                  )}
                </p>
              </div>
            </li>
          ))}
        </ul>
      </Paged>
    </section>
  );
}
