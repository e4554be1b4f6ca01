// Conversations, articles and surveys as the API would hand them out.
import type { Question, SurveyDefinition } from '../../../../shared/domain/survey.ts';
import type { Team } from '../../../../shared/domain/team.ts';
import type { ConversationSummary, Thread, ThreadMessage } from '../../../../shared/domain/widget.ts';
import type { Said } from './said.ts';
import { address } from './server.ts';

export const idOf = (place: number): string => `7f9d1c52-4a39-4c0e-9a57-${`${place}`.padStart(12, '0')}`;

const hour = 3_600_000;
export const inHours = (hours: number): string => new Date(Date.now() + hours * hour).toISOString();

export const present = ({ people }: Said): Team => ({
  people: people.map((name) => ({ name })),
  away: false,
  backAt: null,
  replyMinutes: 25,
});
export const away = ({ people }: Said): Team => ({
  people: people.slice(0, 1).map((name) => ({ name })),
  away: true,
  backAt: inHours(70),
  replyMinutes: 200,
});
const unknown: Team = { people: [], away: false, backAt: null, replyMinutes: null };

const kinds = ['bug', 'idea', 'question', 'praise'] as const;
const statuses = ['open', 'snoozed', 'closed', 'open'] as const;

const summary = (
  said: Said,
  place: number,
  more: Partial<ConversationSummary> = {},
): ConversationSummary => ({
  id: idOf(place),
  number: 1040 - place,
  kind: kinds[place] ?? 'bug',
  status: statuses[place] ?? 'open',
  preview: said.previews[place] ?? '',
  unread: place === 0 ? 2 : 0,
  lastMessageAt: inHours(-1 - place * 30),
  reopenUntil: place === 2 ? inHours(200) : null,
  ...more,
});

export const list = (said: Said) => ({
  conversations: kinds.map((_, place) => summary(said, place)),
  team: present(said),
});
export const noConversations = { conversations: [], team: unknown };

const file = (
  place: number,
  name: string,
  contentType: 'application/pdf' | 'text/csv' | 'application/zip',
) => ({
  id: idOf(50 + place),
  url: `${address}/pictures/none`,
  name,
  contentType,
  bytes: 48_211 * (place + 1) ** 4,
  width: null,
  height: null,
});
const picture = (place: number, name: string) => ({
  id: idOf(60 + place),
  url: `${address}/pictures/${name}`,
  name: null,
  contentType: 'image/webp' as const,
  bytes: 60_000,
  width: 1280,
  height: 800,
});

/** A thread with pictures and files both ways, a very long message, and a word of the system. */
export function thread(
  said: Said,
  more: Partial<Thread> & { of?: Partial<ConversationSummary> } = {},
): Thread {
  const message = (
    place: number,
    author: ThreadMessage['author'],
    body: string,
    attachments: ThreadMessage['attachments'] = [],
  ): ThreadMessage => ({
    id: idOf(20 + place),
    author,
    authorName: author === 'member' ? (said.people[0] ?? null) : null,
    body,
    createdAt: inHours(-30 + place * 7),
    attachments,
  });
  const [pdf = '', csv = '', zip = ''] = said.files;
  const { of, ...rest } = more;
  return {
    conversation: summary(said, 0, of),
    messages: [
      message(0, 'visitor', said.text, [picture(0, 'tooltip-hides-june.webp')]),
      message(1, 'visitor', said.long, [file(0, csv, 'text/csv')]),
      message(2, 'system', said.system),
      message(3, 'member', said.answer, [
        picture(1, 'amount-wraps.webp'),
        file(1, pdf, 'application/pdf'),
        file(2, zip, 'application/zip'),
      ]),
    ],
    team: present(said),
    survey: null,
    ...rest,
  };
}

/** The same, closed; `hours` from now it can no longer be opened again. */
export const closed = (said: Said, hours: number, survey: SurveyDefinition | null = null): Thread => {
  const whole = thread(said, { of: { status: 'closed', unread: 0, reopenUntil: inHours(hours) }, survey });
  return { ...whole, messages: whole.messages.slice(3) };
};

export const articles = (said: Said, locale: 'en' | 'zh-CN') => ({
  articles: said.articles.map(([title = '', excerpt = ''], place) => ({
    id: idOf(80 + place),
    ...{ title, excerpt, locale },
  })),
});
export const article = (said: Said, locale: 'en' | 'zh-CN') => ({
  id: idOf(80),
  title: said.articles[0]?.[0] ?? '',
  body: said.article,
  locale,
  updatedAt: inHours(-400),
});

const both = (en: string, zh: string) => ({ en, 'zh-CN': zh });
const options = [
  { id: 'reports', label: both('Reports', '报表') },
  {
    id: 'boards',
    label: both('Boards that the whole team looks at every morning', '团队每天早上都会看的看板'),
  },
  { id: 'exports', label: both('Exports', '导出') },
  { id: 'none', label: both('Nothing here', '都没有用过') },
];
const low = both('Not at all', '完全没有');
const high = both('Completely', '完全做到了');

/** Every kind of question, one after the other; answered ones can be gone back to. */
export const questions: Question[] = [
  {
    id: 'nps',
    kind: 'nps',
    title: both('How likely are you to recommend us to a friend?', '您有多大可能把我们推荐给朋友？'),
    required: true,
  },
  { id: 'csat', kind: 'csat', title: both('How satisfied are you?', '您满意吗？'), required: false },
  {
    id: 'ces',
    kind: 'ces',
    title: both('Did we make it easy for you?', '我们让您省心了吗？'),
    low,
    high,
    required: true,
  },
  {
    id: 'rating',
    kind: 'rating',
    scale: 5,
    title: both('How good is the new search?', '新的搜索怎么样？'),
    required: true,
  },
  {
    id: 'choice',
    kind: 'choice',
    title: both('What do you use most?', '您最常用什么？'),
    options,
    required: true,
  },
  {
    id: 'several',
    kind: 'several',
    title: both('What should become better?', '哪些方面需要改进？'),
    options,
    required: true,
  },
  {
    id: 'text',
    kind: 'text',
    title: both('What is the main reason for your answers?', '您这样回答的主要原因是什么？'),
    hint: both('A sentence is enough.', '一句话就够了。'),
    required: true,
  },
];

export const survey = (
  of: readonly Question[],
  trigger: Partial<SurveyDefinition['trigger']> = {},
): SurveyDefinition => ({
  id: idOf(90),
  slug: 'every-kind',
  kind: 'custom',
  questions: [...of],
  thanks: null,
  trigger: {
    ...{
      pages: [],
      event: null,
      delaySeconds: 0,
      scrollPercent: null,
      exitIntent: false,
      conversationClosed: false,
    },
    ...trigger,
  },
});
export const satisfaction = () =>
  survey(
    questions.filter(({ kind }) => kind === 'csat'),
    { conversationClosed: true },
  );
