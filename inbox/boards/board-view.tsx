import './boards.css';
import { useState } from 'preact/hooks';
import { Button } from '../../shared/ui/button.tsx';
import { Select } from '../../shared/ui/field.tsx';
import { camera, pencil } from '../../shared/ui/icons.ts';
import { EmptyState, Skeleton } from '../../shared/ui/status.tsx';
import { useHome } from '../app/use-home.ts';
import { useWorkplace } from '../app/workplace.ts';
import { Paged } from '../data/paged.tsx';
import { useLoad } from '../data/use-load.ts';
import { usePages } from '../data/use-pages.ts';
import { BackLink } from '../routing/back-link.tsx';
import type { Route } from '../routing/route.ts';
import { navigate } from '../routing/router.ts';
import { useText } from '../settings/text.ts';
import { FailureState } from '../view/failure.tsx';
import { BoardNameDialog } from './board-name.tsx';
import { CaptureCard } from './capture-card.tsx';
import { CaptureDialog } from './capture-dialog.tsx';
import { type Board, type Competitor, readBoard, readCaptures, renameBoard } from './queries.ts';
import { boards } from './texts.ts';

type BoardRoute = Extract<Route, { name: 'board' }>;

/** One board with its captures. */
export function BoardView({ route }: { route: BoardRoute }) {
  const { backend, projects } = useWorkplace();
  const t = useText(boards);
  const all = projects.map((one) => one.id);
  const { load, retry, change } = useLoad(() => readBoard(backend.db, all, route.id), [route.id]);
  // Say, the extension's link.
  useHome(load.state === 'ready' ? load.value.board.project_id : undefined);

  if (load.state === 'loading')
    return (
      <div class="page">
        <Skeleton lines={8} label={t('loading')} />
      </div>
    );
  if (load.state === 'failed') return <FailureState failure={load.failure} onRetry={retry} />;
  return (
    <LoadedBoard
      {...load.value}
      route={route}
      onRenamed={(name) => change((held) => ({ ...held, board: { ...held.board, name } }))}
    />
  );
}

function LoadedBoard(props: {
  board: Board;
  competitors: readonly Competitor[];
  route: BoardRoute;
  onRenamed: (name: string) => void;
}) {
  const { board, competitors, route, onRenamed } = props;
  const { backend, may } = useWorkplace();
  const t = useText(boards);
  const [naming, setNaming] = useState(false);
  const pages = usePages(
    (cursor) => readCaptures(backend.db, board, route.competitor, cursor),
    [board.id, route.competitor],
  );
  const show = (next: Partial<BoardRoute>, replace = false) => navigate({ ...route, ...next }, { replace });

  return (
    <div class="page">
      <header class="page-head">
        <BackLink to={{ name: 'boards' }} label={t('back_to_boards')} />
        <h1 tabIndex={-1}>{board.name}</h1>
        {may.file && (
          <Button variant="ghost" icon={pencil} onClick={() => setNaming(true)}>
            {t('rename')}
          </Button>
        )}
        <Select
          label={t('competitor')}
          labelHidden
          value={route.competitor ?? ''}
          options={[
            { value: '', label: t('every_competitor') },
            ...competitors.map((one) => ({ value: one.id, label: one.name })),
          ]}
          onValue={(value) => show({ competitor: value || null }, true)}
        />
      </header>
      <Paged
        pages={pages}
        waiting={{ lines: 8, label: t('loading') }}
        empty={
          <EmptyState icon={camera} title={t(route.competitor ? 'none_of_competitor' : 'no_captures_title')}>
            {!route.competitor && t('no_captures')}
          </EmptyState>
        }
      >
        <ul class="capture-grid">
          {pages.rows.map((capture) => (
            <CaptureCard key={capture.id} capture={capture} to={{ ...route, capture: capture.id }} />
          ))}
        </ul>
      </Paged>
      {naming && (
        <BoardNameDialog
          title={t('rename_board')}
          action={t('save')}
          name={board.name}
          save={(name) => renameBoard(backend.db, board, name)}
          onSaved={onRenamed}
          onClose={() => setNaming(false)}
        />
      )}
      {route.capture && (
        <CaptureDialog
          key={route.capture}
          board={board}
          id={route.capture}
          known={pages.rows.find((one) => one.id === route.capture)}
          onClose={() => show({ capture: null })}
          onSaved={(saved) => pages.change((rows) => rows.map((row) => (row.id === saved.id ? saved : row)))}
          onDeleted={(id) => {
            pages.change((rows) => rows.filter((row) => row.id !== id));
            show({ capture: null }, true);
          }}
        />
      )}
    </div>
  );
}
