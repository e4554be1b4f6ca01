// Reads the demo's texts. A translator changes the files in texts/ and nothing else.
import { readdir, readFile } from 'node:fs/promises';
import {
  articleStatus,
  type ConversationKind,
  type ConversationStatus,
  conversationKind,
  conversationStatus,
  type Locale,
  locale,
} from '../../../shared/domain/nouns.ts';
import { demoUsers } from '../demo.ts';
import { duration, need, parseSection, parseSections, type Section } from './sections.ts';

export type DemoUserName = keyof typeof demoUsers;

export type MessageText = {
  readonly from: 'visitor' | DemoUserName;
  readonly internal: boolean;
  /** Milliseconds since the message before; 0 for the first. */
  readonly after: number;
  readonly body: string;
  /** File name of the article that was made from this answer. */
  readonly article: string | null;
  /** Name of the file that goes with it, in files/. */
  readonly file: string | null;
};

export type ConversationText = {
  readonly locale: Locale;
  readonly kind: ConversationKind;
  readonly status: ConversationStatus;
  /** Age in milliseconds. */
  readonly ago: number;
  readonly page: string;
  /** Null for somebody who left no name. */
  readonly visitor: { readonly name: string; readonly email: string } | null;
  readonly browser: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly picture: string | null;
  readonly messages: readonly MessageText[];
};

export type ArticleText = {
  readonly locale: Locale;
  /** File name; the same in both languages. */
  readonly topic: string;
  readonly title: string;
  readonly body: string;
  readonly status: 'draft' | 'published';
  readonly ago: number;
};

export type CommentText = { readonly locale: Locale; readonly score: number; readonly text: string };

export type CaptureText = {
  readonly title: string;
  readonly note: string;
  readonly board: string;
  readonly competitor: string | null;
  readonly url: string;
  readonly pageTitle: string;
  readonly by: DemoUserName;
  readonly ago: number;
  readonly picture: string;
};

const folder = new URL('./texts/', import.meta.url);
const read = (path: string) => readFile(new URL(path, folder), 'utf8');
const files = async (path: string) =>
  (await readdir(new URL(path, folder))).filter((name) => name.endsWith('.md')).sort();

function userName(text: string): DemoUserName {
  const known = Object.keys(demoUsers).find((name): name is DemoUserName => name === text);
  if (known === undefined) throw new Error(`Nobody in the demo company is called "${text}".`);
  return known;
}

/**
 * The first text, then answers under lines like `-- note agent after 5m`, `-- agent after 2h -> topic` or
 * `-- agent after 2h + file.pdf`.
 */
function parseMessages(body: string, file: string | null): MessageText[] {
  const [first = '', ...rest] = body.split(/^-- /m);
  const opening: MessageText = {
    from: 'visitor',
    internal: false,
    after: 0,
    body: first.trim(),
    article: null,
    file,
  };
  return [
    opening,
    ...rest.map((part): MessageText => {
      const [, note, from = '', after = '', article, attached, text = ''] =
        /^(note )?(\w+) after (\w+)(?: -> ([a-z-]+))?(?: \+ (\S+))?\n(.*)$/s.exec(part) ?? [];
      if (from === '') throw new Error(`"-- ${part.slice(0, 40)}" says not who writes or when.`);
      return {
        from: from === 'visitor' ? 'visitor' : userName(from),
        internal: note !== undefined,
        after: duration(after),
        body: text.trim(),
        article: article ?? null,
        file: attached ?? null,
      };
    }),
  ];
}

function parseConversation(section: Section, spoken: Locale): ConversationText {
  const [kind, status] = section.heading.split(', ');
  const [, name, email] = /^(.+) <(.+)>$/.exec(need(section, 'from')) ?? [];
  const [, browser = '', width, height] = /^(\w+ \w+) (\d+)x(\d+)$/.exec(need(section, 'with')) ?? [];
  return {
    locale: spoken,
    kind: conversationKind.parse(kind),
    status: conversationStatus.parse(status),
    ago: duration(need(section, 'ago')),
    page: need(section, 'page'),
    visitor: name === undefined || email === undefined ? null : { name, email },
    browser,
    viewport: { width: Number(width), height: Number(height) },
    picture: section.fields.picture ?? null,
    messages: parseMessages(section.body, section.fields.file ?? null),
  };
}

/** All conversations, oldest first. */
export async function readConversations(): Promise<ConversationText[]> {
  const found: ConversationText[] = [];
  for (const spoken of locale.options)
    for (const name of await files(`conversations/${spoken}`))
      for (const section of parseSections(await read(`conversations/${spoken}/${name}`)))
        found.push(parseConversation(section, spoken));
  return found.sort((one, other) => other.ago - one.ago);
}

export async function readArticles(): Promise<ArticleText[]> {
  const found: ArticleText[] = [];
  for (const spoken of locale.options)
    for (const name of await files(`articles/${spoken}`)) {
      const section = parseSection(await read(`articles/${spoken}/${name}`));
      found.push({
        locale: spoken,
        topic: name.replace('.md', ''),
        title: section.heading,
        body: section.body,
        status: articleStatus.parse(need(section, 'status')),
        ago: duration(need(section, 'age')),
      });
    }
  return found;
}

/** Reasons given behind a score: lines like `- 9: text`. */
export async function readComments(): Promise<CommentText[]> {
  const found: CommentText[] = [];
  for (const spoken of locale.options)
    for (const [, score, text = ''] of (await read(`comments/${spoken}.md`)).matchAll(/^- (\d+): (.+)$/gm))
      found.push({ locale: spoken, score: Number(score), text });
  return found;
}

export async function readCaptures(): Promise<CaptureText[]> {
  return parseSections(await read('captures.md')).map((section) => ({
    title: section.heading,
    note: section.body,
    board: need(section, 'board'),
    competitor: section.fields.competitor ?? null,
    url: need(section, 'url'),
    pageTitle: need(section, 'page'),
    by: userName(need(section, 'by')),
    ago: duration(need(section, 'ago')),
    picture: need(section, 'picture'),
  }));
}
