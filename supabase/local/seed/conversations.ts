// Visitors, conversations, messages and what goes with them as rows.

import type { Locale } from '../../../shared/domain/nouns.ts';
import { type DemoCustomer, demoCustomers, demoProjectId } from '../demo.ts';
import { fileRow, type Place, pictureRows } from './attachments.ts';
import { contextOf } from './contexts.ts';
import type { SeedFile } from './files.ts';
import type { Picture } from './pictures.ts';
import { randomFrom, sha256Hex, stableId } from './random.ts';
import type { ConversationText, DemoUserName } from './texts.ts';

export type Rows = Record<string, unknown>[];

/** Who signed in to the demo's product with a signature, by his address. */
const verified: ReadonlyMap<string, DemoCustomer> = new Map(
  Object.values(demoCustomers).map((customer) => [customer.email, customer]),
);

/** On how many devices they did, where it is more than one. */
const devicesOf: Readonly<Record<string, number>> = { [demoCustomers.mira.email]: 2 };

/** A visitor as a row; verified where he signed in to the product. */
export function visitorRow(
  name: string,
  locale: Locale,
  first: number,
  last: number,
  person: ConversationText['visitor'],
) {
  const account = person === null ? undefined : verified.get(person.email);
  return {
    id: stableId('visitor', name),
    project_id: demoProjectId,
    user_id: account?.id ?? null,
    name: person?.name ?? null,
    email: person?.email ?? null,
    traits: account?.traits ?? {},
    locale,
    created_at: new Date(first),
    last_seen_at: new Date(last),
  };
}

/** His browsers, by tokens that no browser has: nobody can go on as him. */
function tokenRows(visitor: ReturnType<typeof visitorRow>): Rows {
  const devices = visitor.email === null ? 1 : (devicesOf[visitor.email] ?? 1);
  return Array.from({ length: devices }, (_, device) => ({
    project_id: demoProjectId,
    token_hash: sha256Hex(`hearback seed visitor ${visitor.id} ${device}`),
    visitor_id: visitor.id,
    created_at: device === 0 ? visitor.created_at : visitor.last_seen_at,
  }));
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
  files: ReadonlyMap<string, SeedFile>,
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
    const visitor = stableId('visitor', who);
    let at = started;
    let read = started;
    const placeOf = (place: number, when: number): Omit<Place, 'sender'> => ({
      number,
      conversation: id,
      message: stableId('message', number, place),
      at: when,
    });
    const rows = text.messages.map((message, place) => {
      // Seconds differ, as nobody writes on the full minute.
      at += message.after + (place === 0 ? 0 : random.whole(1, 50) * 1000);
      if (message.from === 'visitor') read = at;
      const file = message.file === null ? undefined : files.get(message.file);
      if (message.file !== null && file !== undefined) {
        const sender = message.from === 'visitor' ? { visitor } : { member: userIds[message.from] };
        attachments.push(fileRow({ ...placeOf(place, at), sender }, message.file, file));
      }
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
      context: contextOf(text, random, started),
      created_at: new Date(started),
      last_message_at: new Date(started),
      visitor_read_at: new Date(read),
      closed_at: text.status === 'closed' ? new Date(Math.min(at + 60_000, now)) : null,
    });
    const picture = text.picture === null ? undefined : pictures.get(`attachments/${text.picture}`);
    if (picture !== undefined)
      attachments.push(...pictureRows({ ...placeOf(0, started), sender: { visitor } }, picture));
  });
  const people = [...visitors.values()];
  return {
    visitors: people,
    tokens: people.flatMap(tokenRows),
    conversations,
    messages,
    attachments,
    sources,
  };
}
