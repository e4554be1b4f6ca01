import './articles.css';
import { useEffect } from 'preact/hooks';
import { Skeleton } from '../../shared/ui/status.tsx';
import { useWorkplace } from '../app/workplace.ts';
import { type Result, succeed } from '../data/result.ts';
import { useLoad } from '../data/use-load.ts';
import type { Route } from '../routing/route.ts';
import { usePreferences } from '../settings/preferences.tsx';
import { useText } from '../settings/text.ts';
import { FailureState } from '../view/failure.tsx';
import { ArticleForm } from './article-form.tsx';
import { type Article, type ArticleText, readAnswer, readArticle } from './queries.ts';
import { articles } from './texts.ts';

type Opened = { article: Article | null; text: ArticleText; fromMessage: string | null };

/** One article: an existing one, an empty one, or one that begins with an answer. */
export function ArticleEditor({ route }: { route: Extract<Route, { name: 'article' | 'new-article' }> }) {
  const { backend, project, projects, chooseProject } = useWorkplace();
  const { locale } = usePreferences();
  const t = useText(articles);
  const all = projects.map((one) => one.id);
  const id = route.name === 'article' ? route.id : null;
  const fromMessage = route.name === 'new-article' ? route.fromMessage : null;

  const { load, retry } = useLoad<Opened>(async (): Promise<Result<Opened>> => {
    if (id) {
      const article = await readArticle(backend.db, all, id);
      if (!article.ok) return article;
      const { title, locale, body } = article.value;
      return succeed({ article: article.value, text: { title, locale, body }, fromMessage: null });
    }
    if (fromMessage) {
      const answer = await readAnswer(backend.db, project.id, fromMessage);
      return answer.ok ? succeed({ article: null, text: answer.value, fromMessage }) : answer;
    }
    return succeed({ article: null, text: { title: '', locale, body: '' }, fromMessage: null });
  }, [id, fromMessage]);

  // A link may lead into another project of the reader's.
  const home = load.state === 'ready' ? load.value.article?.project_id : undefined;
  useEffect(() => {
    if (home && home !== project.id) chooseProject(home);
  }, [home, project.id]);

  if (load.state === 'loading')
    return (
      <div class="page">
        <Skeleton lines={8} label={t('loading_article')} />
      </div>
    );
  if (load.state === 'failed') return <FailureState failure={load.failure} onRetry={retry} />;
  return <ArticleForm key={id ?? fromMessage ?? 'new'} {...load.value} />;
}
