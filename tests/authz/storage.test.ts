// The two private buckets: who reads, puts and removes files.
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { png } from '../functions/pictures.ts';
import { origin, question, Visitor } from '../functions/visitor.ts';
import {
  anonymous,
  newWorkspace,
  type Person,
  service,
  superuser,
  type Workspace,
} from '../support/callers.ts';

let workspace: Workspace;
let other: Workspace;
beforeAll(async () => {
  workspace = await newWorkspace([origin]);
  other = await newWorkspace([origin]);
});

const picture = () => new Blob([png()], { type: 'image/png' });
const put = async (who: Person, path: string, bucket = 'captures') =>
  (await who.client.storage.from(bucket).upload(path, picture(), { contentType: 'image/png' })).error ===
  null;
const reads = async (who: { client: Person['client'] }, bucket: string, path: string) => {
  const { data } = await who.client.storage.from(bucket).createSignedUrl(path, 60);
  return data !== null && (await who.client.storage.from(bucket).download(path)).data !== null;
};
const own = (who: Person) => `${workspace.projectId}/${who.id}/${randomUUID()}.png`;

const cleanOf = (path: string) => path.replace(/\.png$/, '.clean.png');

/** Files a capture of the product manager, with its clean image, past the function. */
async function filed(): Promise<string> {
  const { pm } = workspace.people;
  const path = own(pm);
  expect(await put(pm, path)).toBe(true);
  expect(await put(pm, cleanOf(path))).toBe(true);
  const sql = superuser();
  await sql`
    with board as (insert into public.boards (project_id, name) values (${workspace.projectId}, ${randomUUID()}) returning id)
    insert into public.captures (id, project_id, board_id, title, source_url, path, content_type, bytes, width, height, sha256,
      annotation, clean_path, clean_content_type, clean_bytes, clean_sha256, created_by)
    select gen_random_uuid(), ${workspace.projectId}, id, 'Prices', 'https://rival.example', ${path}, 'image/png', 10, 1, 1,
      repeat('0', 64), '{"version": 1, "width": 1, "height": 1, "shapes": []}', ${cleanOf(path)}, 'image/png', 10,
      repeat('0', 64), ${pm.id} from board`;
  return path;
}

describe('captures', () => {
  test('are put by product managers and admins, each under his own name only', async () => {
    const { owner, admin, pm, agent, viewer } = workspace.people;
    for (const who of [owner, admin, pm]) expect(await put(who, own(who))).toBe(true);
    for (const who of [agent, viewer, other.people.pm, other.people.owner])
      expect(await put(who, own(who))).toBe(false);
    expect(await put(pm, own(admin))).toBe(false);
    expect(await put(pm, `${other.projectId}/${pm.id}/${randomUUID()}.png`)).toBe(false);
    for (const path of [
      `${pm.id}/x.png`,
      'x.png',
      `${workspace.projectId}/../${other.projectId}/${pm.id}/x.png`,
    ]) {
      expect(await put(pm, path)).toBe(false);
    }
  });

  test.each([
    ['', (path: string) => path],
    [', without their marks too,', cleanOf],
  ])('that are filed are read%s by the whole team, by nobody else', async (_, which) => {
    const path = which(await filed());
    for (const who of Object.values(workspace.people)) expect(await reads(who, 'captures', path)).toBe(true);
    for (const who of Object.values(other.people)) expect(await reads(who, 'captures', path)).toBe(false);
    expect(await reads({ client: anonymous() }, 'captures', path)).toBe(false);
  });

  test('that are not filed yet are seen by who put them only', async () => {
    const { pm, owner } = workspace.people;
    const path = own(pm);
    await put(pm, path);
    expect(await reads(pm, 'captures', path)).toBe(true);
    expect(await reads(owner, 'captures', path)).toBe(false);
  });

  test.each([
    ['', (path: string) => path],
    [' with marks or without', cleanOf],
  ])('cannot be replaced%s once they are filed, even after the file was removed', async (_, which) => {
    const { pm } = workspace.people;
    const path = which(await filed());
    const bucket = pm.client.storage.from('captures');
    expect(
      (await bucket.upload(path, picture(), { contentType: 'image/png', upsert: true })).error,
    ).not.toBeNull();
    expect((await bucket.remove([path])).data).toHaveLength(1);
    expect(await put(pm, path)).toBe(false);
  });

  test('are removed by product managers of the workspace only', async () => {
    const path = await filed();
    for (const who of [workspace.people.viewer, workspace.people.agent, other.people.owner]) {
      await who.client.storage.from('captures').remove([path]);
      expect(await reads(workspace.people.pm, 'captures', path)).toBe(true);
    }
    await workspace.people.admin.client.storage.from('captures').remove([path]);
    expect(await reads(workspace.people.pm, 'captures', path)).toBe(false);
  });
});

describe('attachments', () => {
  test('are put by no member, whatever his role', async () => {
    for (const who of Object.values(workspace.people))
      expect(await put(who, own(who), 'attachments')).toBe(false);
    const { error } = await anonymous()
      .storage.from('attachments')
      .upload(`${workspace.projectId}/x.png`, picture());
    expect(error).not.toBeNull();
  });

  test('are read by the team once they were sent, and are removed by nobody', async () => {
    const visitor = new Visitor(workspace.projectKey);
    const uploadId = await visitor.upload();
    const [row] = await superuser()<
      { path: string }[]
    >`select path from public.attachments where id = ${uploadId}`;
    const path = row?.path ?? '';
    const { owner, viewer } = workspace.people;
    expect(await reads(owner, 'attachments', path)).toBe(false);
    await visitor.post('/conversations', question({ attachments: [{ uploadId }] }));
    expect(await reads(viewer, 'attachments', path)).toBe(true);
    expect(await reads(other.people.owner, 'attachments', path)).toBe(false);
    expect(await reads({ client: anonymous() }, 'attachments', path)).toBe(false);
    for (const who of [owner, other.people.owner])
      await who.client.storage.from('attachments').remove([path]);
    expect(await reads({ client: service() }, 'attachments', path)).toBe(true);
  });

  test('with marks to hide are read both ways by the team once they were sent, by nobody else', async () => {
    const visitor = new Visitor(workspace.projectKey);
    const [uploadId, cleanUploadId] = [await visitor.upload(), await visitor.upload()];
    const [row] = await superuser()<
      { path: string }[]
    >`select path from public.attachments where id = ${cleanUploadId}`;
    const path = row?.path ?? '';
    const annotation = { version: 1, width: 4, height: 3, shapes: [] };
    const { owner, viewer, agent } = workspace.people;
    const rows = async (who: Person) =>
      (await who.client.from('attachments').select('path, clean_of').eq('id', cleanUploadId)).data;
    expect(await reads(owner, 'attachments', path)).toBe(false);
    expect(await rows(owner)).toEqual([]);
    await visitor.post(
      '/conversations',
      question({ attachments: [{ uploadId, cleanUploadId, annotation }] }),
    );
    for (const who of [owner, viewer, agent]) {
      expect(await reads(who, 'attachments', path)).toBe(true);
      expect(await rows(who)).toEqual([{ path, clean_of: uploadId }]);
      expect(await put(who, path, 'attachments')).toBe(false);
      await who.client.storage.from('attachments').remove([path]);
    }
    for (const who of Object.values(other.people)) {
      expect(await reads(who, 'attachments', path)).toBe(false);
      expect(await rows(who)).toEqual([]);
    }
    expect(await reads({ client: anonymous() }, 'attachments', path)).toBe(false);
    expect((await anonymous().from('attachments').select('path')).error).not.toBeNull();
    expect(await reads({ client: service() }, 'attachments', path)).toBe(true);
  });

  test("a member lists no files of another workspace, and no visitor's unsent ones", async () => {
    const visitor = new Visitor(workspace.projectKey);
    await visitor.upload();
    const [row] = await superuser()<{ id: string }[]>`
      select visitor_id as id from public.attachments where project_id = ${workspace.projectId} order by created_at desc limit 1`;
    const folder = `${workspace.projectId}/${row?.id}`;
    const list = async (who: Person) =>
      (await who.client.storage.from('attachments').list(folder)).data ?? [];
    expect(await list(workspace.people.owner)).toEqual([]);
    expect(await list(other.people.owner)).toEqual([]);
  });
});
