// A project's settings: who changes origins, hours and the rest between surveys, and who sees what its host signs with.
import { beforeAll, describe, expect, test } from 'vitest';
import { anonymous, newWorkspace, type Person, superuser, type Workspace } from '../support/callers.ts';

let workspace: Workspace;
let other: Workspace;
beforeAll(async () => {
  workspace = await newWorkspace();
  other = await newWorkspace();
});

const people = () => Object.entries(workspace.people) as [string, Person][];
const ruling = (role: string) => role === 'owner' || role === 'admin';

describe('the secret', () => {
  const secretOf = (who: { client: Person['client'] }) =>
    who.client.rpc('project_secret', { project: workspace.projectId });
  const rotate = (who: { client: Person['client'] }) =>
    who.client.rpc('rotate_project_secret', { project: workspace.projectId });

  test('is read by owners and admins of the workspace, by nobody else', async () => {
    const secrets = new Set<string | null>();
    for (const [role, person] of people()) {
      const { data, error } = await secretOf(person);
      if (ruling(role)) secrets.add(data);
      else expect({ role, data, code: error?.code }).toEqual({ role, data: null, code: '42501' });
    }
    expect(secrets.size).toBe(1);
    expect([...secrets][0]).toMatch(/^sk_[0-9a-f]{64}$/);
    for (const who of [other.people.owner, other.people.admin, { client: anonymous() }])
      expect((await secretOf(who)).data).toBeNull();
  });

  test('is changed by them alone, and is another one afterwards', async () => {
    const before = (await secretOf(workspace.people.owner)).data;
    for (const [role, person] of people())
      if (!ruling(role)) expect((await rotate(person)).error?.code).toBe('42501');
    for (const who of [other.people.owner, { client: anonymous() }])
      expect((await rotate(who)).error).not.toBeNull();
    expect((await secretOf(workspace.people.owner)).data).toBe(before);
    const { data } = await rotate(workspace.people.admin);
    expect(data).not.toBe(before);
    expect((await secretOf(workspace.people.owner)).data).toBe(data);
  });

  test('of each project is its own, from the beginning', async () => {
    const theirs = await other.people.owner.client.rpc('project_secret', { project: other.projectId });
    expect(theirs.data).toMatch(/^sk_/);
    expect(theirs.data).not.toBe((await secretOf(workspace.people.owner)).data);
  });
});

test('origins, hours and rest are changed by owners and admins, seen by all, out of reach from elsewhere', async () => {
  const business_hours = { timeZone: 'Asia/Shanghai', week: [[['09:00', '18:00']], [], [], [], [], [], []] };
  const set = (who: Person, survey_rest_days: number) =>
    who.client
      .from('projects')
      .update({ allowed_origins: ['https://app.example.com'], business_hours, survey_rest_days })
      .eq('id', workspace.projectId)
      .select('id');
  for (const [at, [role, person]] of people().entries())
    expect({ role, rows: (await set(person, at)).data?.length ?? 0 }).toEqual({
      role,
      rows: ruling(role) ? 1 : 0,
    });
  expect((await set(other.people.owner, 30)).data ?? []).toEqual([]);
  const { data } = await workspace.people.viewer.client
    .from('projects')
    .select('allowed_origins, business_hours')
    .eq('id', workspace.projectId)
    .single();
  expect(data).toEqual({ allowed_origins: ['https://app.example.com'], business_hours });
  const wrong = await workspace.people.owner.client
    .from('projects')
    .update({ business_hours: { ...business_hours, timeZone: 'Mars/Olympus' } })
    .eq('id', workspace.projectId);
  expect(wrong.error?.code).toBe('22023');
  expect(wrong.error?.message).toContain('Mars/Olympus');
});

test('a member sees in how many browsers a visitor is known, and no token', async () => {
  const [visitor] = await superuser()<{ id: string }[]>`
    with visitor as (insert into public.visitors (project_id, user_id) values (${workspace.projectId}, 'ada') returning id, project_id)
    insert into public.visitor_tokens (project_id, token_hash, visitor_id)
    select project_id, md5(n::text) || md5(n::text), id from visitor, generate_series(1, 2) as n returning visitor_id as id`;
  const devices = (who: Person) =>
    who.client
      .from('visitor_tokens')
      .select('created_at')
      .eq('visitor_id', visitor?.id ?? '');
  expect((await devices(workspace.people.viewer)).data).toHaveLength(2);
  expect((await devices(other.people.owner)).data).toEqual([]);
});
