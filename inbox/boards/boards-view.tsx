import './boards.css';
import { useState } from 'preact/hooks';
import { Button } from '../../shared/ui/button.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { board as boardIcon, plus } from '../../shared/ui/icons.ts';
import { EmptyState, Skeleton } from '../../shared/ui/status.tsx';
import { useWorkplace } from '../app/workplace.ts';
import { useLoad } from '../data/use-load.ts';
import { PictureImage } from '../pictures/thumbnail.tsx';
import { Link } from '../routing/link.tsx';
import { navigate } from '../routing/router.ts';
import { useText } from '../settings/text.ts';
import { FailureState } from '../view/failure.tsx';
import { BoardNameDialog } from './board-name.tsx';
import { addBoard, type BoardSummary, readBoards } from './queries.ts';
import { boards } from './texts.ts';

/** The project's boards. */
export function BoardsView() {
  const { backend, project, may, me } = useWorkplace();
  const t = useText(boards);
  const { load, retry } = useLoad(() => readBoards(backend.db, project.id), [project.id]);
  const [naming, setNaming] = useState(false);
  const add = may.file && (
    <Button variant="primary" icon={plus} onClick={() => setNaming(true)}>
      {t('new_board')}
    </Button>
  );
  return (
    <div class="page">
      <header class="page-head">
        <h1 tabIndex={-1}>{t('title')}</h1>
        {add}
      </header>
      {!may.file && (
        <p class="read-only">{t(me.role === 'agent' ? 'read_only_agent' : 'read_only_viewer')}</p>
      )}
      {load.state === 'loading' && <Skeleton lines={8} label={t('loading')} />}
      {load.state === 'failed' && <FailureState failure={load.failure} onRetry={retry} />}
      {load.state === 'ready' &&
        (load.value.length === 0 ? (
          <EmptyState icon={boardIcon} title={t('empty_title')}>
            {t('empty')}
          </EmptyState>
        ) : (
          <ul class="board-grid">
            {load.value.map((board) => (
              <BoardCard key={board.id} board={board} />
            ))}
          </ul>
        ))}
      {naming && (
        <BoardNameDialog
          title={t('new_board')}
          action={t('create')}
          name=""
          save={(name) => addBoard(backend.db, project.id, name)}
          onSaved={(id) => navigate({ name: 'board', id, competitor: null, capture: null })}
          onClose={() => setNaming(false)}
        />
      )}
    </div>
  );
}

function BoardCard({ board }: { board: BoardSummary }) {
  const t = useText(boards);
  return (
    <li class="board-card">
      <div class={`cover cover-${board.captures.length}`}>
        {board.captures.length === 0 && <Icon path={boardIcon} size={28} />}
        {board.captures.map((picture) => (
          <PictureImage key={picture.id} bucket="captures" picture={picture} alt="" />
        ))}
      </div>
      <Link class="board-name" to={{ name: 'board', id: board.id, competitor: null, capture: null }}>
        {board.name}
      </Link>
      <span class="muted">{t('captures', { count: board.total })}</span>
    </li>
  );
}
