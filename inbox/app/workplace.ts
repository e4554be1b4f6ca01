import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Backend } from '../../shared/backend/backend.ts';
import type { MemberRole } from '../../shared/domain/nouns.ts';
import type { Feed } from '../live/feed.ts';
import type { Permissions } from './permissions.ts';

export type Project = { id: string; workspaceId: string; name: string };

/** Where the reader works and what he may do there: what every screen behind the sign-in knows. */
export type Workplace = {
  backend: Backend;
  project: Project;
  projects: readonly Project[];
  chooseProject: (id: string) => void;
  me: { id: string; name: string; email: string; role: MemberRole };
  /** Names of everybody in the workspaces by their user id. */
  names: ReadonlyMap<string, string>;
  may: Permissions;
  feed: Feed;
};

export const WorkplaceContext = createContext<Workplace | null>(null);

export function useWorkplace(): Workplace {
  const workplace = useContext(WorkplaceContext);
  if (!workplace) throw new Error('useWorkplace needs a signed-in reader');
  return workplace;
}
