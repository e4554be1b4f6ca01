// Fills a new installation with the demo company: supabase/seed.sql, accounts, and everything that has a time.
import { readFile } from 'node:fs/promises';
import postgres, { type TransactionSql } from 'postgres';
import { demoPassword, demoProjectId, demoUsers, otherUser } from './demo.ts';
import { articleRows, suggestionRows } from './seed/articles.ts';
import { captureRows } from './seed/captures.ts';
import { conversationRows } from './seed/conversations.ts';
import { readFiles } from './seed/files.ts';
import { moreResponseRows } from './seed/more-responses.ts';
import { readPictures, uploadFiles } from './seed/pictures.ts';
import { responseRows } from './seed/responses.ts';
import {
  type DemoUserName,
  readArticles,
  readCaptures,
  readComments,
  readConversations,
} from './seed/texts.ts';
import type { Stack } from './stack.ts';

/**
 * Adds the demo company to a database that has its tables and nothing in them. Rows go in as the owner of the
 * tables in one transaction, pictures and files through the Storage API. Doing it again adds what is missing.
 * @param now milliseconds since 1970, from which all times count back
 */
export async function seed(
  stack: Pick<Stack, 'apiUrl' | 'dbUrl' | 'serviceRoleKey' | 'createUser'>,
  now: number = Date.now(),
): Promise<void> {
  const [conversations, articles, comments, captures, pictures, files, fixedRows] = await Promise.all([
    readConversations(),
    readArticles(),
    readComments(),
    readCaptures(),
    readPictures(),
    readFiles(),
    readFile(new URL('../seed.sql', import.meta.url), 'utf8'),
  ]);
  const userIds = await createUsers(stack.createUser);
  const threads = conversationRows(conversations, now, userIds, pictures, files);
  const scores = responseRows(comments, now);
  const answers = moreResponseRows(now);
  const authors = { en: userIds.agent, 'zh-CN': userIds.agentChinese };

  const sql = postgres(stack.dbUrl, { max: 1, onnotice: () => {} });
  try {
    const filed = await sql.begin(async (tx) => {
      await tx.unsafe(fixedRows);
      await insert(tx, 'public.visitors', [...threads.visitors, ...scores.visitors, ...answers.visitors]);
      await insert(tx, 'public.visitor_tokens', threads.tokens);
      await insertThreads(tx, threads);
      await insert(tx, 'public.responses', [...scores.responses, ...answers.responses]);
      const helpTexts = articleRows(articles, now, authors, threads.sources);
      await insert(tx, 'public.articles', helpTexts);
      // A trigger dates what is published; these were published long ago.
      for (const { id, published_at } of helpTexts)
        await tx`update public.articles set published_at = ${published_at} where id = ${id}`;
      await insert(tx, 'public.suggestion_events', suggestionRows(now));
      const rows = captureRows(
        captures,
        now,
        userIds,
        pictures,
        await idsBy(tx, 'public.boards', 'name'),
        await idsBy(tx, 'public.competitors', 'domain'),
      );
      await insert(tx, 'public.captures', rows);
      return rows;
    });
    const image = 'image/webp';
    const bytes = new Map<string, { data: Uint8Array<ArrayBuffer>; contentType: string }>(
      [...pictures.values()].flatMap(({ sha256, data, clean }) => [
        [sha256, { data, contentType: image }] as const,
        ...(clean === null ? [] : [[clean.sha256, { data: clean.data, contentType: image }] as const]),
      ]),
    );
    for (const { sha256, ...file } of files.values()) bytes.set(sha256, file);
    const stored = (rows: readonly Record<string, unknown>[], path: string, sha256: string) =>
      rows.flatMap((row) => {
        const file = bytes.get(String(row[sha256]));
        return file === undefined ? [] : [{ path: String(row[path]), ...file }];
      });
    await uploadFiles(stack, 'attachments', stored(threads.attachments, 'path', 'sha256'));
    await uploadFiles(stack, 'captures', stored(filed, 'path', 'sha256'));
    await uploadFiles(stack, 'captures', stored(filed, 'clean_path', 'clean_sha256'));
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function createUsers(createUser: Stack['createUser']): Promise<Record<DemoUserName, string>> {
  const make = (user: { email: string; name: string }) =>
    createUser(user.email, demoPassword, { name: user.name });
  const [owner, admin, agent, agentChinese, pm, viewer] = await Promise.all([
    make(demoUsers.owner),
    make(demoUsers.admin),
    make(demoUsers.agent),
    make(demoUsers.agentChinese),
    make(demoUsers.pm),
    make(demoUsers.viewer),
    make(otherUser),
  ]);
  return { owner, admin, agent, agentChinese, pm, viewer };
}

const json = (rows: unknown) => JSON.parse(JSON.stringify(rows));

/** All rows in one statement. They have the same columns; one that is not named gets its default. */
async function insert(tx: TransactionSql, table: string, rows: readonly Record<string, unknown>[]) {
  const first = rows[0];
  if (first === undefined) return;
  const columns = tx.unsafe(Object.keys(first).join(', '));
  const name = tx.unsafe(table);
  await tx`insert into ${name} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${name}, ${tx.json(json(rows))})
    on conflict do nothing`;
}

async function insertThreads(tx: TransactionSql, threads: ReturnType<typeof conversationRows>) {
  await insert(tx, 'public.conversations', threads.conversations);
  // Each message moves its conversation up, as in life; status and closing time are put back afterwards.
  await insert(tx, 'public.messages', threads.messages);
  await insert(tx, 'public.attachments', threads.attachments);
  const ends = tx.json(json(threads.conversations));
  await tx`update public.conversations c set status = w.status
    from jsonb_populate_recordset(null::public.conversations, ${ends}) w where c.id = w.id and c.status <> w.status`;
  await tx`update public.conversations c set closed_at = w.closed_at
    from jsonb_populate_recordset(null::public.conversations, ${ends}) w where c.id = w.id and w.status = 'closed'`;
  await tx`insert into private.project_counters (project_id, last_number)
    values (${demoProjectId}, ${threads.conversations.length})
    on conflict (project_id) do update set last_number = greatest(project_counters.last_number, excluded.last_number)`;
}

async function idsBy(tx: TransactionSql, table: string, column: string): Promise<Map<string, string>> {
  const rows = await tx<{ key: string; id: string }[]>`
    select ${tx(column)} as key, id from ${tx(table)} where project_id = ${demoProjectId}`;
  return new Map(rows.map(({ key, id }) => [key, id]));
}
