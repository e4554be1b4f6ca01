// What browser and database must agree on: the closed sets and the limits of shared/domain.
import { expect, test } from 'vitest';
import { MAX_SHAPES } from '../../shared/annotate/model/document.ts';
import { fileTypes, imageTypes, limits } from '../../shared/domain/limits.ts';
import * as nouns from '../../shared/domain/nouns.ts';
import { surveyLimits } from '../../shared/domain/survey-limits.ts';
import { superuser } from '../support/callers.ts';

test.each([
  ['member_role', nouns.memberRole],
  ['conversation_kind', nouns.conversationKind],
  ['conversation_status', nouns.conversationStatus],
  ['message_author', nouns.messageAuthor],
  ['article_status', nouns.articleStatus],
  ['survey_kind', nouns.surveyKind],
  ['survey_outcome', nouns.surveyOutcome],
  ['suggestion_outcome', nouns.suggestionOutcome],
])('the words of %s are the same, in the same order', async (name, schema) => {
  const rows = await superuser()<{ label: string }[]>`
    select enumlabel as label from pg_catalog.pg_enum
    where enumtypid = ${`public.${name}`}::regtype order by enumsortorder`;
  expect(rows.map(({ label }) => label)).toEqual(schema.options);
});

/** The text of the check constraints that speak of one column. */
async function checks(table: string, column: string): Promise<string> {
  const rows = await superuser()<{ text: string }[]>`
    select pg_get_constraintdef(c.oid) as text from pg_catalog.pg_constraint c
    where c.conrelid = ${`public.${table}`}::regclass and c.contype = 'c'
      and (select attnum from pg_catalog.pg_attribute where attrelid = c.conrelid and attname = ${column}) = any (c.conkey)`;
  return rows.map(({ text }) => text).join('\n');
}

test.each([
  ['messages', 'body', limits.messageLength],
  ['responses', 'comment', limits.commentLength],
  ['articles', 'title', limits.titleLength],
  ['articles', 'body', limits.articleLength],
  ['captures', 'title', limits.titleLength],
  ['captures', 'note', limits.messageLength],
  ['attachments', 'bytes', limits.imageBytes],
  ['attachments', 'bytes', limits.fileBytes],
  ['attachments', 'name', limits.fileNameLength],
  ['visitors', 'user_id', limits.userIdLength],
  ['attachments', 'width', limits.imageSide],
  ['attachments', 'height', limits.imageSide],
  ['captures', 'bytes', limits.imageBytes],
  ['captures', 'width', limits.imageSide],
  ['captures', 'height', limits.imageSide],
  ['captures', 'clean_bytes', limits.imageBytes],
])('%s.%s ends at %i', async (table, column, limit) => {
  expect(await checks(table, column)).toMatch(new RegExp(`<= ${limit}\\b`));
});

test.each([
  ['attachments', [...imageTypes, ...fileTypes]],
  ['captures', [...imageTypes]],
])('%s takes exactly the accepted types, in rows and in files', async (name, accepted) => {
  const sql = superuser();
  const columns = name === 'captures' ? ['content_type', 'clean_content_type'] : ['content_type'];
  for (const column of columns) {
    const inCheck = (await checks(name, column)).match(/[a-z]+\/[a-z0-9]+/g);
    expect(new Set(inCheck)).toEqual(new Set(accepted));
  }
  const [bucket] = await sql`select public, file_size_limit::int as size, allowed_mime_types as types
    from storage.buckets where id = ${name}`;
  expect(bucket?.public).toBe(false);
  expect(bucket?.size).toBe(limits.imageBytes);
  const types: unknown = typeof bucket?.types === 'string' ? JSON.parse(bucket.types) : bucket?.types;
  expect(types).toEqual(accepted);
});

test.each(['visitors', 'conversations', 'responses', 'articles'])(
  '%s speaks the languages of the app',
  async (table) => {
    const words = [...(await checks(table, 'locale')).matchAll(/'([^']+)'/g)].map(([, word]) => word);
    expect(words).toEqual(nouns.locale.options);
  },
);

test('what the editor can draw, the server takes', () => {
  expect(MAX_SHAPES).toBeLessThanOrEqual(limits.annotationShapes);
  expect(limits.annotationBytes * limits.attachments + limits.messageLength * 3).toBeLessThan(
    limits.bodyBytes,
  );
});

test('a closed conversation opens again as long as the limit says', async () => {
  const [row] = await superuser()<{ days: number }[]>`
    select extract(day from private.reopen_until('closed', now()) - now())::int as days`;
  expect(row?.days).toBe(limits.reopenDays);
});

test('as many articles are offered as the limit says', async () => {
  const [row] = await superuser()<{ source: string }[]>`
    select prosrc as source from pg_catalog.pg_proc where oid = 'public.widget_suggest(jsonb, text, text)'::regprocedure`;
  expect(row?.source).toContain(`limit ${limits.suggestions}`);
});

test('as many surveys are due at once as the limit says', async () => {
  const [row] = await superuser()<{ source: string }[]>`
    select prosrc as source from pg_catalog.pg_proc where oid = 'public.widget_due_surveys(jsonb, text)'::regprocedure`;
  expect(row?.source).toContain(`limit ${surveyLimits.due}`);
});
