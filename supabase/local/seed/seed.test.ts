import { readFile, stat } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parseAnnotation } from '../../../shared/annotate/model/parse.ts';
import { annotation } from '../../../shared/domain/annotation.ts';
import { context } from '../../../shared/domain/context.ts';
import { isFileOf } from '../../../shared/domain/files/file-kind.ts';
import { safeFileName } from '../../../shared/domain/files/file-name.ts';
import { traits } from '../../../shared/domain/identity.ts';
import { limits } from '../../../shared/domain/limits.ts';
import { startConversation } from '../../../shared/domain/widget.ts';
import {
  demoOrigins,
  demoProjectId,
  demoProjectKey,
  demoUsers,
  otherProjectKey,
  otherUser,
} from '../demo.ts';
import { articleRows, suggestionRows } from './articles.ts';
import { captureRows } from './captures.ts';
import { conversationRows } from './conversations.ts';
import { readFiles } from './files.ts';
import { picturesFolder, readPictures } from './pictures.ts';
import { responseRows } from './responses.ts';
import { duration, parseSection } from './sections.ts';
import { readArticles, readCaptures, readComments, readConversations } from './texts.ts';

const now = Date.UTC(2026, 10, 22, 12);
const userIds = { owner: 'u1', admin: 'u2', agent: 'u3', agentChinese: 'u4', pm: 'u5', viewer: 'u6' };
const [conversations, articles, comments, captures, pictures, files, fixedRows] = await Promise.all([
  readConversations(),
  readArticles(),
  readComments(),
  readCaptures(),
  readPictures(),
  readFiles(),
  readFile(new URL('../../seed.sql', import.meta.url), 'utf8'),
]);
const threads = conversationRows(conversations, now, userIds, pictures, files);
const { responses } = responseRows(comments, now);
const unique = (values: readonly unknown[]) => new Set(values).size === values.length;

describe('the demo company', () => {
  test('is named alike in SQL and in TypeScript', () => {
    for (const word of [demoProjectId, demoProjectKey, otherProjectKey, ...demoOrigins])
      expect(fixedRows).toContain(word);
    for (const { email, role, name } of [...Object.values(demoUsers), otherUser])
      expect(fixedRows).toContain(`'${email}', '${role}', '${name}'`);
  });

  test('has sixty conversations, as many in Chinese as in English, of every kind and state', () => {
    expect(conversations).toHaveLength(60);
    expect(conversations.filter((one) => one.locale === 'zh-CN')).toHaveLength(30);
    expect(new Set(conversations.map((one) => one.kind)).size).toBe(5);
    expect(new Set(conversations.map((one) => one.status)).size).toBe(3);
  });

  test('says nothing that is not yet said, and nothing older than sixty days', () => {
    const times = threads.messages.map((row) => new Date(String(row.created_at)).getTime());
    expect(Math.max(...times)).toBeLessThan(now);
    expect(Math.max(...times)).toBeGreaterThan(now - 10 * 60_000);
    expect(Math.min(...times)).toBeGreaterThan(now - 61 * 86_400_000);
    for (const row of responses) expect(row.created_at.getTime()).toBeLessThan(now);
    for (const row of suggestionRows(now)) expect(row.created_at.getTime()).toBeLessThan(now);
  });

  test('writes what its own widget could have sent', () => {
    for (const row of threads.conversations) expect(() => context.parse(row.context)).not.toThrow();
    for (const { messages, visitor, kind } of conversations) {
      for (const { body } of messages) expect(body.length).toBeLessThanOrEqual(limits.messageLength);
      if (kind === 'score') continue;
      const sent = { idempotencyKey: crypto.randomUUID(), kind, body: messages[0]?.body, locale: 'en' };
      const email = visitor === null ? {} : { email: visitor.email };
      expect(() => startConversation.parse({ ...sent, ...email })).not.toThrow();
    }
  });

  test('has files from visitors and from staff, each what its name says and of a kind that may be sent', () => {
    const sent = threads.attachments.filter((row) => row.name !== null);
    expect(sent.map(({ name }) => name).sort()).toEqual([...files.keys()].sort());
    expect(sent.some((row) => row.member_id !== null)).toBe(true);
    for (const [name, { data, contentType }] of files) {
      expect(isFileOf(data, contentType), name).toBe(true);
      expect(safeFileName(name, contentType)).toBe(name);
      expect(data.byteLength).toBeLessThan(10_000);
    }
  });

  test('has a verified visitor on two devices, closed conversations that open again and that do not, logs', () => {
    const known = threads.visitors.filter((row) => row.user_id !== null);
    const devices = known.map(({ id }) => threads.tokens.filter((row) => row.visitor_id === id).length);
    expect(Math.max(...devices)).toBe(2);
    for (const { traits: kept } of known) expect(() => traits.parse(kept)).not.toThrow();
    const fortnight = now - limits.reopenDays * 86_400_000;
    const closed = threads.conversations.flatMap((row) =>
      row.closed_at instanceof Date ? [row.closed_at.getTime()] : [],
    );
    expect(closed.some((at) => at > fortnight)).toBe(true);
    expect(closed.some((at) => at < fortnight)).toBe(true);
    const contexts = threads.conversations.map((row) => context.parse(row.context));
    expect(contexts.filter(({ logs }) => logs !== undefined).length).toBeGreaterThan(5);
    expect(contexts.filter(({ custom }) => custom !== undefined).length).toBeGreaterThan(10);
  });

  test('gives every row an id of its own, the same each time', () => {
    const again = conversationRows(conversations, now + 5000, userIds, pictures, files);
    for (const name of ['visitors', 'conversations', 'messages', 'attachments'] as const) {
      const ids = threads[name].map((row) => row.id);
      expect(unique(ids)).toBe(true);
      expect(again[name].map((row) => row.id)).toEqual(ids);
    }
  });

  test('has three hundred scores that get better, eighty of them with a reason', () => {
    const answered = responses.filter((row) => row.outcome === 'answered');
    expect(answered).toHaveLength(300);
    expect(answered.filter((row) => row.answers.reason !== undefined)).toHaveLength(80);
    const nps = (rows: typeof answered) =>
      (100 * rows.filter(({ answers }) => (answers.score ?? 0) >= 9).length -
        100 * rows.filter(({ answers }) => (answers.score ?? 0) <= 6).length) /
      rows.length;
    const half = now - 91 * 86_400_000;
    const early = nps(answered.filter((row) => row.created_at.getTime() < half));
    const late = nps(answered.filter((row) => row.created_at.getTime() >= half));
    expect(late).toBeGreaterThan(early + 15);
  });

  test('has every help article in both languages, some of them drafts', () => {
    expect(articles).toHaveLength(20);
    const topics = (locale: string) =>
      articles.filter((one) => one.locale === locale).map(({ topic }) => topic);
    expect(topics('zh-CN')).toEqual(topics('en'));
    expect(articles.some(({ status }) => status === 'draft')).toBe(true);
  });

  test('knows the answers that articles were made from', () => {
    const rows = articleRows(articles, now, { en: 'u3', 'zh-CN': 'u4' }, threads.sources);
    const sources = rows.flatMap((row) => row.source_message_id ?? []);
    expect(sources).toHaveLength(threads.sources.size);
    const answers = new Set(threads.messages.map((row) => row.id));
    for (const source of sources) expect(answers).toContain(source);
  });

  test('has every picture that a text speaks of, small, with shapes that the editor can open', async () => {
    const boards = new Map(captures.map(({ board }) => [board, board]));
    const competitors = new Map(captures.map(({ competitor }) => [competitor ?? '', competitor ?? '']));
    const filed = captureRows(captures, now, userIds, pictures, boards, competitors);
    expect(filed).toHaveLength(12);
    const pictured = conversations.filter(({ picture }) => picture !== null);
    expect(threads.attachments.filter((row) => row.clean_of === null && row.name === null)).toHaveLength(
      pictured.length,
    );
    let bytes = 0;
    for (const [name, picture] of pictures) {
      for (const file of picture.clean === null ? [name] : [name, `${name}.clean`]) {
        const { size } = await stat(new URL(`${file}.webp`, picturesFolder));
        expect(size, file).toBeLessThanOrEqual(60_000);
        bytes += size;
      }
      const { width, height } = picture;
      expect(annotation.parse(picture.annotation), name).toMatchObject({ width, height });
    }
    expect(bytes).toBeLessThanOrEqual(2_400_000);
  });

  test('has a clean image beside every picture with marks, which are of every kind', () => {
    const kinds = new Set<string>();
    for (const [name, picture] of pictures) {
      const parsed = parseAnnotation(picture.annotation);
      if (!parsed.ok) throw new Error(`${name}: ${parsed.reason}`);
      const { shapes } = parsed.document;
      for (const { kind } of shapes) kinds.add(kind);
      expect(picture.clean !== null, name).toBe(shapes.some(({ kind }) => kind !== 'redaction'));
    }
    const drawn = ['arrow', 'box', 'ellipse', 'highlighter', 'pen', 'redaction', 'step', 'text'];
    expect([...kinds].sort()).toEqual(drawn);
    const paths = threads.attachments.map((row) => row.path);
    expect(unique(paths)).toBe(true);
  });
});

describe('the form of the texts', () => {
  test('a section has a heading, fields and a text', () => {
    const section = parseSection('# A title\n\nago: 5m\nfrom: A <a@example.com>\n\nText.\n\n- more: text');
    expect(section.fields).toEqual({ ago: '5m', from: 'A <a@example.com>' });
    expect(section.body).toBe('Text.\n\n- more: text');
  });

  test('a time that is none is refused by name', () => {
    expect(duration('25m')).toBe(1_500_000);
    expect(() => duration('soon')).toThrow('"soon"');
  });
});
