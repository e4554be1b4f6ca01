// Visitors, conversations, messages and their pictures as rows.

import type { Context } from '../../../shared/domain/context.ts';
import type { Locale } from '../../../shared/domain/nouns.ts';
import { demoOrigins, demoProjectId } from '../demo.ts';
import { browserNamed } from './browsers.ts';
import type { Picture } from './pictures.ts';
import { type Random, randomFrom, stableId } from './random.ts';
import type { ConversationText, DemoUserName } from './texts.ts';

export type Rows = Record<string, unknown>[];

const zones: Readonly<Record<Locale, readonly [string, ...string[]]>> = {
  en: ['Europe/London', 'Europe/Berlin', 'Europe/Madrid', 'America/New_York', 'Africa/Lagos'],
  'zh-CN': ['Asia/Shanghai'],
};
const titles: Readonly<Record<string, string>> = {
  'index.html': 'Dashboard',
  'charts.html': 'Charts',
  'tables.html': 'Tables',
  'cards.html': 'Cards',
  'login.html': 'Login',
  'register.html': 'Register',
  'blank.html': 'Blank',
  'utilities-color.html': 'Color Utilities',
};

/** A visitor as a row: known by a token that no browser has, so nobody can sign in as him. */
export function visitorRow(
  name: string,
  locale: Locale,
  first: number,
  last: number,
  person: ConversationText['visitor'],
) {
  return {
    id: stableId('visitor', name),
    project_id: demoProjectId,
    name: person?.name ?? null,
    email: person?.email ?? null,
    locale,
    created_at: new Date(first),
    last_seen_at: new Date(last),
  };
}

function contextOf(text: ConversationText, random: Random): Context {
  const browser = browserNamed(text.browser);
  const origin = demoOrigins[0];
  return {
    pageUrl: `${origin}/${text.page}`,
    pageTitle: `SB Admin 2 - ${titles[text.page] ?? text.page}`,
    referrer: random.next() < 0.6 ? `${origin}/index.html` : '',
    userAgent: browser.userAgent,
    language: text.locale === 'en' ? random.pick(['en-GB', 'en-US', 'en']) : 'zh-CN',
    timeZone: random.pick(zones[text.locale]),
    viewportWidth: text.viewport.width,
    viewportHeight: text.viewport.height,
    devicePixelRatio: browser.pixelRatio,
  };
}

/**
 * @param texts oldest first; they get their numbers in this order
 * @param now milliseconds since 1970; every time counts back from it
 * @param userIds who the staff are in this installation
 */
export function conversationRows(
  texts: readonly ConversationText[],
  now: number,
  userIds: Readonly<Record<DemoUserName, string>>,
  pictures: ReadonlyMap<string, Picture>,
) {
  const visitors = new Map<string, ReturnType<typeof visitorRow>>();
  const conversations: Rows = [];
  const messages: Rows = [];
  const attachments: Rows = [];
  /** Article topic and language → the message it was made from. */
  const sources = new Map<string, string>();
  texts.forEach((text, index) => {
    const number = index + 1;
    const random = randomFrom(`conversation ${number}`);
    const started = now - text.ago;
    const who = text.visitor?.email ?? `nobody ${number}`;
    const id = stableId('conversation', number);
    let at = started;
    let read = started;
    const rows = text.messages.map((message, place) => {
      // Seconds differ, as nobody writes on the full minute.
      at += message.after + (place === 0 ? 0 : random.whole(1, 50) * 1000);
      if (message.from === 'visitor') read = at;
      if (message.article !== null)
        sources.set(`${message.article} ${text.locale}`, stableId('message', number, place));
      return {
        id: stableId('message', number, place),
        project_id: demoProjectId,
        conversation_id: id,
        author: message.from === 'visitor' ? 'visitor' : 'member',
        member_id: message.from === 'visitor' ? null : userIds[message.from],
        internal: message.internal,
        body: message.body,
        idempotency_key: stableId('message key', number, place),
        created_at: new Date(at),
      };
    });
    // Two of three visitors have read the last answer.
    if (text.status === 'closed' || random.next() < 0.66) read = at;
    const known = visitors.get(who);
    visitors.set(
      who,
      visitorRow(who, text.locale, known?.created_at.getTime() ?? started, read, text.visitor),
    );
    const visitor = stableId('visitor', who);
    messages.push(...rows);
    conversations.push({
      id,
      project_id: demoProjectId,
      visitor_id: visitor,
      // The first message's key is the conversation's.
      idempotency_key: stableId('message key', number, 0),
      number,
      kind: text.kind,
      status: text.status,
      locale: text.locale,
      context: contextOf(text, random),
      created_at: new Date(started),
      last_message_at: new Date(started),
      visitor_read_at: new Date(read),
      closed_at: text.status === 'closed' ? new Date(Math.min(at + 60_000, now)) : null,
    });
    const picture = text.picture === null ? undefined : pictures.get(`attachments/${text.picture}`);
    if (picture !== undefined) {
      const message = stableId('message', number, 0);
      const upload = stableId('attachment', number);
      const whole = {
        project_id: demoProjectId,
        visitor_id: visitor,
        conversation_id: id,
        message_id: message,
      };
      const { width, height, clean } = picture;
      const file = (own: string, { data, sha256 }: NonNullable<Picture['clean']>) => ({
        ...{ id: own, ...whole, state: 'attached', path: `${demoProjectId}/${visitor}/${own}.webp` },
        ...{ content_type: 'image/webp', bytes: data.byteLength, width, height, sha256 },
        ...{ idempotency_key: stableId('attachment key', own), created_at: new Date(started) },
      });
      attachments.push({ ...file(upload, picture), annotation: picture.annotation, clean_of: null });
      if (clean !== null)
        attachments.push({
          ...file(stableId('clean image', number), clean),
          annotation: null,
          clean_of: upload,
        });
    }
  });
  return { visitors: [...visitors.values()], conversations, messages, attachments, sources };
}
