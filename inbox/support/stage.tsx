import { PostgrestClient } from '@supabase/postgrest-js';
import { type ComponentChildren, render } from 'preact';
import type { Backend } from '../../shared/backend/backend.ts';
import type { Database } from '../../shared/backend/database.types.ts';
import type { MemberRole } from '../../shared/domain/nouns.ts';
import { permissions } from '../app/permissions.ts';
import { type Workplace, WorkplaceContext } from '../app/workplace.ts';
import { PreferencesProvider } from '../settings/preferences.tsx';

/** What a test answers to a request for tables and functions. */
export type Answering = (request: {
  method: string;
  url: URL;
  body: unknown;
}) => Promise<Response> | Response;

/**
 * Shows a view as the inbox would, in English, for a member of `role`; `answer` stands for the server, `storage` for
 * what a test needs of the files, `send` for the functions.
 */
export function stage(
  view: ComponentChildren,
  answer: Answering,
  role: MemberRole = 'agent',
  storage: Partial<Backend['storage']> = {},
  send: Backend['send'] = () => Promise.reject(new Error('not part of this test')),
) {
  const fetching: typeof fetch = async (input, init) => {
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : null;
    return answer({ method: init?.method ?? 'GET', url: new URL(String(input)), body });
  };
  const unused = () => Promise.reject(new Error('not part of this test'));
  const backend: Backend = {
    apiUrl: 'http://api.test',
    db: new PostgrestClient<Database>('http://api.test/rest/v1', { fetch: fetching, retry: false }),
    storage: { signedUrl: unused, upload: unused, forget: () => {}, ...storage },
    send,
    signIn: unused,
    signOut: unused,
    member: unused,
    onMember: () => () => {},
    fetch: unused,
  };
  const project = { id: 'project', workspaceId: 'workspace', name: 'Product' };
  const workplace: Workplace = {
    backend,
    project,
    projects: [project],
    chooseProject: () => {},
    me: { id: 'me', name: 'Nora', email: 'nora@example.com', role },
    names: new Map([['me', 'Nora']]),
    may: permissions(role),
    feed: {
      onChange: () => () => {},
      onState: () => () => {},
      state: 'live',
      poke: () => {},
      stop: () => {},
    },
  };
  const box = document.createElement('div');
  document.body.append(box);
  const show = (next: ComponentChildren) =>
    render(
      <PreferencesProvider>
        <WorkplaceContext.Provider value={workplace}>{next}</WorkplaceContext.Provider>
      </PreferencesProvider>,
      box,
    );
  show(view);
  return {
    box,
    show,
    leave: () => {
      render(null, box);
      box.remove();
    },
  };
}
