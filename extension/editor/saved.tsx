import { useEffect, useRef } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Button } from '../../shared/ui/button.tsx';
import { check, clock, alert as warning } from '../../shared/ui/icons.ts';
import { EmptyState, Skeleton, Spinner } from '../../shared/ui/status.tsx';
import { ask } from '../messages/ask.ts';
import { useFrame } from '../views/app-frame.tsx';
import { boardAddress } from '../views/board-address.ts';
import { FilingState } from '../views/filing-state.tsx';
import { Notice } from '../views/notice.tsx';
import type { KnownStatus } from '../views/use-status.ts';
import type { Size } from './save.ts';

/** What becomes of a capture after it was saved: on its way, waiting, refused, or filed once the server has said so. */
export function Saved(props: { captureId: string; known: KnownStatus; smaller: Size | null }) {
  const { captureId, known, smaller } = props;
  const { t } = useFrame();
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <main ref={place} class="editor-alone" tabIndex={-1}>
      <h1 class="hb-sr">{t('editorTitle')}</h1>
      {/* One live region for all states, so that each is read when it comes. */}
      <div role="status">
        {known.status ? <State captureId={captureId} known={known} /> : <Skeleton label={t('loading')} />}
      </div>
      {smaller && <Notice>{t('madeSmaller', smaller)}</Notice>}
      {known.status && (
        <div class="editor-close">
          <Button variant="ghost" onClick={closeTab}>
            {t('closeTab')}
          </Button>
        </div>
      )}
    </main>
  );
}

function State({ captureId, known }: { captureId: string; known: KnownStatus }) {
  const { t } = useFrame();
  const filed = known.status?.filed.find(({ id }) => id === captureId);
  const queued = known.status?.queue.find(({ id }) => id === captureId);
  if (filed)
    return (
      <EmptyState
        icon={check}
        title={t('doneTitle')}
        action={
          <a class="hb-button hb-primary" href={boardAddress(filed)}>
            {t('openBoard')}
          </a>
        }
      >
        {t('doneText', { title: filed.title, board: filed.board })}
      </EmptyState>
    );
  if (!queued) return <EmptyState title={t('goneTitle')}>{t('gone')}</EmptyState>;
  if (queued.state === 'sending')
    return (
      <EmptyState title={t('savedTitle')} action={<Spinner />}>
        {t('savedText')}
      </EmptyState>
    );
  return (
    <EmptyState
      icon={queued.state === 'refused' ? warning : clock}
      title={t(queued.state === 'refused' ? 'refusedTitle' : 'waitingTitle')}
      action={
        <div class="editor-actions">
          <Button onClick={() => void ask('retry', { id: queued.id })}>{t('retry')}</Button>
          {queued.state === 'refused' && (
            <Button variant="primary" onClick={() => void revise(queued.id)}>
              {t('revise')}
            </Button>
          )}
        </div>
      }
    >
      <p>
        <FilingState filing={queued} />
      </p>
      {queued.state === 'waiting' && <p>{t('mayClose')}</p>}
    </EmptyState>
  );
}

async function revise(id: string): Promise<void> {
  const answer = await ask('revise', { id });
  if (!answer.ok) return;
  location.hash = answer.value.draftId;
  location.reload();
}

async function closeTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}
