import { camera } from '../../shared/ui/icons.ts';
import { EmptyState } from '../../shared/ui/status.tsx';
import type { Status } from '../messages/protocol.ts';
import { useFrame } from '../views/app-frame.tsx';
import { Notice } from '../views/notice.tsx';
import { CaptureDesk } from './desk/capture-desk.tsx';
import { DraftList } from './lists/draft-list.tsx';
import { FiledList } from './lists/filed-list.tsx';
import { QueueList } from './lists/queue-list.tsx';
import { useDrafts } from './lists/use-drafts.ts';

/** For a member who is signed in: the page in front, and what became of earlier captures. */
export function Home({ status, refresh }: { status: Status; refresh: () => Promise<void> }) {
  const { t } = useFrame();
  const { drafts, reload } = useDrafts();
  const projects = status.member?.projects ?? [];
  const mayFile = projects.some((project) => project.mayFile);
  const nothingYet = drafts?.length === 0 && !status.queue.length && !status.filed.length;

  return (
    <>
      {status.offline && <Notice tone="warning">{t('error.no-server')}</Notice>}
      {!status.durable && <Notice tone="warning">{t('notDurable')}</Notice>}
      {mayFile ? (
        <CaptureDesk onTaken={reload} />
      ) : (
        <Notice tone="warning" title={t('mayNotFileTitle')}>
          {t(projects.length ? 'mayNotFile' : 'noProject')}
        </Notice>
      )}
      <DraftList drafts={drafts ?? []} reload={reload} />
      <QueueList queue={status.queue} refresh={refresh} />
      <FiledList filed={status.filed} />
      {mayFile && nothingYet && (
        <EmptyState icon={camera} title={t('nothingYetTitle')}>
          {t('nothingYet')}
        </EmptyState>
      )}
    </>
  );
}
