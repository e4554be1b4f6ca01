import type { Backend } from '../../shared/backend/backend.ts';
import { memberRole } from '../../shared/domain/nouns.ts';
import type { Result } from '../messages/protocol.ts';
import { read, write } from '../settings/kept.ts';
import type { Catalogue, Member } from '../settings/keys.ts';

/** Those who may put captures on boards; the database decides the same way. */
const filingRoles = memberRole.extract(['owner', 'admin', 'pm']);

/** What the server says about the member and his projects, and the last it said while it cannot be asked. */
export type KnownMember = { member: Member; offline: boolean };

/** Lists are this long at most: more could not be chosen from. */
const listLength = 500;

/** Null if nobody is signed in. */
export async function whoIsSignedIn(backend: Backend): Promise<KnownMember | null> {
  const session = await backend.member();
  if (!session) return null;
  const [members, projects] = await Promise.all([
    backend.db.from('members').select('workspace_id, role, display_name').eq('user_id', session.userId),
    backend.db
      .from('projects')
      .select('id, name, workspace_id, allowed_origins')
      .order('name')
      .limit(listLength),
  ]);
  if (members.error || projects.error) {
    // 401: the sign-in has ended for good. Anything else may pass.
    if (members.status === 401 || projects.status === 401) return null;
    const kept = await read('member');
    const member =
      kept?.userId === session.userId
        ? kept
        : { userId: session.userId, email: session.email, name: session.email, projects: [] };
    return { member, offline: true };
  }
  const mayFile = new Set(
    members.data.filter(({ role }) => filingRoles.safeParse(role).success).map((row) => row.workspace_id),
  );
  const member: Member = {
    userId: session.userId,
    email: session.email,
    name: members.data[0]?.display_name ?? session.email,
    projects: projects.data.map(({ id, name, workspace_id, allowed_origins }) => ({
      id,
      name,
      origins: allowed_origins,
      mayFile: mayFile.has(workspace_id),
    })),
  };
  await write('member', member);
  return { member, offline: false };
}

/** Boards and competitors of a project, by name; what was loaded last while the server cannot be asked. */
export async function catalogueOf(backend: Backend, projectId: string): Promise<Result<Catalogue>> {
  const [boards, competitors] = await Promise.all([
    backend.db.from('boards').select('id, name').eq('project_id', projectId).order('name').limit(listLength),
    backend.db
      .from('competitors')
      .select('id, name, domain')
      .eq('project_id', projectId)
      .order('name')
      .limit(listLength),
  ]);
  const kept = (await read('catalogues')) ?? {};
  if (boards.error || competitors.error) {
    if (boards.status === 401 || competitors.status === 401) return { ok: false, error: 'signed-out' };
    const last = kept[projectId];
    return last ? { ok: true, value: last } : { ok: false, error: 'unreachable' };
  }
  const catalogue: Catalogue = { boards: boards.data, competitors: competitors.data };
  await write('catalogues', { ...kept, [projectId]: catalogue });
  return { ok: true, value: catalogue };
}
