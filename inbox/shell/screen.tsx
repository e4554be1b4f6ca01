import { Button } from '../../shared/ui/button.tsx';
import { question } from '../../shared/ui/icons.ts';
import { EmptyState } from '../../shared/ui/status.tsx';
import { everything, type Route } from '../routing/route.ts';
import { navigate } from '../routing/router.ts';
import { useText } from '../settings/text.ts';
import { shell } from '../settings/texts.ts';
import { lazy } from '../view/lazy.tsx';

const Conversations = lazy(async () => (await import('../conversations/view.tsx')).ConversationsView);
const Articles = lazy(async () => (await import('../articles/list-view.tsx')).ArticleList);
const Editor = lazy(async () => (await import('../articles/editor-view.tsx')).ArticleEditor);
const Nps = lazy(async () => (await import('../nps/view.tsx')).NpsView);
const Surveys = lazy(async () => (await import('../surveys/list-view.tsx')).SurveyList);
const SurveyRoom = lazy(async () => (await import('../surveys/editor/editor-view.tsx')).SurveyEditor);
const Results = lazy(async () => (await import('../surveys/results/results-view.tsx')).SurveyResults);
const Boards = lazy(async () => (await import('../boards/boards-view.tsx')).BoardsView);
const BoardRoom = lazy(async () => (await import('../boards/board-view.tsx')).BoardView);
const Settings = lazy(async () => (await import('../project/view.tsx')).ProjectSettings);

/** What the address asks for. */
export function Screen({ route }: { route: Route }) {
  const t = useText(shell);
  switch (route.name) {
    case 'conversations':
      return <Conversations route={route} />;
    case 'articles':
      return <Articles />;
    case 'article':
    case 'new-article':
      return <Editor key={route.name === 'article' ? route.id : 'new'} route={route} />;
    case 'nps':
      return <Nps range={route.range} />;
    case 'surveys':
      return <Surveys />;
    case 'survey':
    case 'new-survey':
      return <SurveyRoom key={route.name === 'survey' ? route.id : `new ${route.template}`} route={route} />;
    case 'survey-results':
      return <Results key={route.id} id={route.id} range={route.range} />;
    case 'boards':
      return <Boards />;
    case 'board':
      return <BoardRoom route={route} />;
    case 'settings':
      return <Settings />;
    case 'unknown':
      return (
        <>
          <h1 class="hb-sr">{t('unknown_title')}</h1>
          <EmptyState
            icon={question}
            title={t('unknown')}
            action={
              <Button onClick={() => navigate({ name: 'conversations', id: null, filter: everything })}>
                {t('to_inbox')}
              </Button>
            }
          />
        </>
      );
  }
}
