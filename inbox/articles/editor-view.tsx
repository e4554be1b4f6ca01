import './articles.css';
import { Icon } from '../../shared/ui/icon.tsx';
import { arrowLeft, lock } from '../../shared/ui/icons.ts';
import { EmptyState, Skeleton } from '../../shared/ui/status.tsx';
import { useHome } from '../app/use-home.ts';
import { useWorkplace } from '../app/workplace.ts';
import { type Result, succeed } from '../data/result.ts';
import { useLoad } from '../data/use-load.ts';
import { Link } from '../routing/link.tsx';
import type { Route } from '../routing/route.ts';
import { usePreferences } from '../settings/preferences.tsx';
import { useText } from '../settings/text.ts';
import { FailureState } from '../view/failure.tsx';
import { ArticleForm } from './article-form.tsx';
import { type Article, type ArticleText, readAnswer, readArticle } from './queries.ts';
import { articles } from './texts.ts';

type Opened = { article: Article | null; text: ArticleText; fromMessage: string | null };

type EditorRoute = Extract<Route, { name: 'article' | 'new-article' }>;

/** One article: an existing one, an empty one, or one that begins with an answer. */
export function ArticleEditor({ route }: { route: EditorRoute }) {
  const { may } = useWorkplace();
  return route.name === 'new-article' && !may.answer ? <NotForReaders /> : <Editor route={route} />;
}

/** Who only reads articles has nothing to read in one that does not exist yet. */
function NotForReaders() {
  const { me } = useWorkplace();
  const t = useText(articles);
  return (
    <div class="page">
      <header class="page-head">
        <h1 tabIndex={-1}>{t('new')}</h1>
      </header>
      <EmptyState
        icon={lock}
        title={t('not_for_readers')}
        action={
          <Link class="hb-button hb-secondary" to={{ name: 'articles' }}>
            <Icon path={arrowLeft} /> {t('back_to_list')}
          </Link>
        }
      >
        {t(me.role === 'pm' ? 'read_only_pm' : 'read_only_viewer')}
      </EmptyState>
    </div>
  );
}

function Editor({ route }: { route: EditorRoute }) {
  const { backend, project, projects } = useWorkplace();
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

  useHome(load.state === 'ready' ? load.value.article?.project_id : undefined);

  if (load.state === 'loading')
    return (
      <div class="page">
        <Skeleton lines={8} label={t('loading_article')} />
      </div>
    );
  if (load.state === 'failed') return <FailureState failure={load.failure} onRetry={retry} />;
  return <ArticleForm key={id ?? fromMessage ?? 'new'} {...load.value} />;
}
