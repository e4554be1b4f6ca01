import { useState } from 'preact/hooks';
import { Button, IconButton } from '../../../shared/ui/button.tsx';
import { trash } from '../../../shared/ui/icons.ts';
import { Badge, Spinner } from '../../../shared/ui/status.tsx';
import { ask } from '../../messages/ask.ts';
import type { QueuedFiling } from '../../messages/protocol.ts';
import { useFrame } from '../../views/app-frame.tsx';
import { FilingState } from '../../views/filing-state.tsx';
import { openEditor } from '../../views/open-editor.ts';
import { DiscardDialog } from './discard-dialog.tsx';

/** Captures that were saved and are not on the server yet. */
export function QueueList({ queue, refresh }: { queue: QueuedFiling[]; refresh: () => Promise<void> }) {
  const { t } = useFrame();
  const [leaving, setLeaving] = useState<QueuedFiling | null>(null);
  const discard = async ({ id }: QueuedFiling) => {
    setLeaving(null);
    await ask('discard', { id });
    await refresh();
  };
  const revise = async ({ id }: QueuedFiling) => {
    const answer = await ask('revise', { id });
    if (answer.ok) await openEditor(answer.value.draftId);
    await refresh();
  };
  return (
    <>
      {queue.length > 0 && (
        <section class="panel-section" aria-labelledby="queue">
          <h2 id="queue">{t('queueTitle')}</h2>
          <ul class="panel-list">
            {queue.map((filing) => (
              <li key={filing.id} class="panel-row panel-queued">
                <div class="panel-row-text">
                  <span class="panel-row-title">
                    {filing.state === 'sending' && <Spinner />}
                    {filing.title}
                    {filing.state === 'refused' && <Badge tone="danger">{t('queueRefused')}</Badge>}
                  </span>
                  <span class="panel-row-more" role="status">
                    <FilingState filing={filing} />
                  </span>
                </div>
                {filing.state !== 'sending' && (
                  <div class="panel-row-actions">
                    <Button
                      aria-label={t('retryOf', { title: filing.title })}
                      onClick={() => void ask('retry', { id: filing.id })}
                    >
                      {t('retry')}
                    </Button>
                    {filing.state === 'refused' && (
                      <Button
                        aria-label={t('reviseOf', { title: filing.title })}
                        onClick={() => void revise(filing)}
                      >
                        {t('revise')}
                      </Button>
                    )}
                    <IconButton
                      icon={trash}
                      label={t('queueDiscard', { title: filing.title })}
                      onClick={() => setLeaving(filing)}
                    />
                  </div>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {leaving && (
        <DiscardDialog
          title={leaving.title}
          onClose={() => setLeaving(null)}
          onDiscard={() => void discard(leaving)}
        />
      )}
    </>
  );
}
