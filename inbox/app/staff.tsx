import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Backend, Member } from '../../shared/backend/backend.ts';
import type { MemberRole } from '../../shared/domain/nouns.ts';
import { Button } from '../../shared/ui/button.tsx';
import { building } from '../../shared/ui/icons.ts';
import { EmptyState, Spinner } from '../../shared/ui/status.tsx';
import { readChanges } from '../conversations/queries.ts';
import { type Result, run, succeed } from '../data/result.ts';
import { useLoad } from '../data/use-load.ts';
import { type Feed, startPolling } from '../live/feed.ts';
import { readText, writeText } from '../settings/local.ts';
import { useText } from '../settings/text.ts';
import { shell } from '../settings/texts.ts';
import { Shell } from '../shell/shell.tsx';
import { FailureState } from '../view/failure.tsx';
import { permissions } from './permissions.ts';
import { type Project, type Workplace, WorkplaceContext } from './workplace.ts';

type Team = {
  projects: Project[];
  /** Everybody who works in one of the reader's workspaces. */
  members: { workspaceId: string; userId: string; role: MemberRole; name: string }[];
};

async function readTeam(backend: Backend): Promise<Result<Team>> {
  const [projects, members] = await Promise.all([
    run(backend.db.from('projects').select('id,workspace_id,name').order('name')),
    run(backend.db.from('members').select('workspace_id,user_id,role,display_name')),
  ]);
  if (!projects.ok) return projects;
  if (!members.ok) return members;
  return succeed({
    projects: projects.value.map(({ id, workspace_id, name }) => ({ id, workspaceId: workspace_id, name })),
    members: members.value.map(({ workspace_id, user_id, role, display_name }) => ({
      workspaceId: workspace_id,
      userId: user_id,
      role,
      name: display_name,
    })),
  });
}

type StaffProps = { backend: Backend; member: Member; name: string; signOut: () => void };

/** Finds out where the reader works and what he may do there. */
export function Staff({ backend, member, name, signOut }: StaffProps) {
  const t = useText(shell);
  const { load, retry } = useLoad(() => readTeam(backend), [backend]);
  const leave = <Button onClick={signOut}>{t('sign_out')}</Button>;
  if (load.state === 'loading')
    return (
      <main class="centre">
        <Spinner label={t('loading')} />
      </main>
    );
  if (load.state === 'failed')
    return (
      <main class="centre">
        <FailureState failure={load.failure} onRetry={retry} />
        {leave}
      </main>
    );
  if (load.value.projects.length === 0)
    return (
      <main class="centre">
        <EmptyState icon={building} title={t('no_workspace_title')} action={leave}>
          {t('no_workspace', { email: member.email })}
        </EmptyState>
      </main>
    );
  return <Works team={load.value} backend={backend} member={member} name={name} signOut={signOut} />;
}

function Works({ team, backend, member, name, signOut }: StaffProps & { team: Team }) {
  const [chosen, setChosen] = useState(() => readText('project'));
  const project = team.projects.find((one) => one.id === chosen) ?? team.projects[0];
  const feed = useFeed(backend, project?.id);
  const workplace = useMemo<Workplace | null>(() => {
    if (!project || !feed) return null;
    const me = team.members.find(
      (one) => one.userId === member.userId && one.workspaceId === project.workspaceId,
    );
    const role = me?.role ?? 'viewer';
    return {
      backend,
      project,
      projects: team.projects,
      chooseProject: (id) => {
        writeText('project', id);
        setChosen(id);
      },
      me: { id: member.userId, name: me?.name ?? member.email, email: member.email, role },
      names: new Map(team.members.map((one) => [one.userId, one.name])),
      may: permissions(role),
      feed,
    };
  }, [team, backend, member, project, feed]);
  if (!workplace) return null;
  return (
    <WorkplaceContext.Provider value={workplace}>
      <Shell installation={name} signOut={signOut} />
    </WorkplaceContext.Provider>
  );
}

/** What happens in the project while the page is open. */
function useFeed(backend: Backend, project: string | undefined): Feed | null {
  const [feed, setFeed] = useState<Feed | null>(null);
  useEffect(() => {
    if (!project) return;
    const started = startPolling({
      ask: (since) => readChanges(backend.db, project, since),
      visible: () => document.visibilityState === 'visible',
      onVisibility: (listener) => {
        document.addEventListener('visibilitychange', listener);
        return () => document.removeEventListener('visibilitychange', listener);
      },
      random: Math.random,
    });
    setFeed(started);
    return () => started.stop();
  }, [backend, project]);
  return feed;
}
