import { useEffect, useRef, useState } from 'preact/hooks';
import type { Article, ArticleSummary } from '../../../shared/domain/widget.ts';
import { dateTime, parseTime } from '../../../shared/i18n/time.ts';
import { Button } from '../../../shared/ui/button.tsx';
import status from '../../../shared/ui/status.css?inline';
import { EmptyState, Skeleton } from '../../../shared/ui/status.tsx';
import { usePanel } from '../../app/panel.ts';
import { call } from '../../client/call.ts';
import { addSheet } from '../../frame/sheet.ts';
import { useArticleWords } from '../words.ts';
import { Prose } from './prose.tsx';

/** One article, and the two ways on: it helped, or the question is still to be asked. */
export function Reader(props: { summary: ArticleSummary; onStillAsk: () => void; onHelped: () => void }) {
  const { summary, onStillAsk, onHelped } = props;
  const { core } = usePanel();
  const { t, language } = useArticleWords();
  addSheet(core.shadow, status);
  const [article, setArticle] = useState<Article | 'loading' | 'failed'>('loading');
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    if (article !== 'loading') return;
    const end = new AbortController();
    const load = async () => {
      const answer = await call(core, `/articles/${summary.id}`, { signal: end.signal });
      setArticle(answer.ok ? await answer.json() : 'failed');
    };
    load().catch(() => {
      if (!end.signal.aborted) setArticle('failed');
    });
    return () => end.abort();
  }, [core, summary.id, article === 'loading']);

  return (
    <article class="reader" lang={summary.locale}>
      <h3 ref={heading} tabIndex={-1} dir="auto">
        {summary.title}
      </h3>
      {article === 'loading' ? (
        <Skeleton lines={6} label={t('loading')} />
      ) : article === 'failed' ? (
        <EmptyState
          title={t('failed')}
          action={<Button onClick={() => setArticle('loading')}>{t('tryAgain')}</Button>}
        />
      ) : (
        <>
          <p class="quiet" lang={language}>
            {t('updated', { date: dateTime(language, parseTime(article.updatedAt)) })}
          </p>
          <Prose markdown={article.body} below={3} />
        </>
      )}
      <div class="verdict" lang={language}>
        <p>{t('ask')}</p>
        <div class="verdicts">
          <Button variant="primary" onClick={onHelped}>
            {t('helped')}
          </Button>
          <Button onClick={onStillAsk}>{t('stillAsk')}</Button>
        </div>
      </div>
    </article>
  );
}
