// Answers the widget in the API's stead, by its own contract: every state can be had at once and alike each time. A
// server and no interception: a browser that hands every request over is slow, and its cache is off.
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { z } from 'zod';
import { errorStatus } from '../../../../shared/domain/errors.ts';
import { dueSurveys, savedResponse } from '../../../../shared/domain/survey.ts';
import {
  article,
  articleSuggestions,
  conversationList,
  finalisedUpload,
  reservedUpload,
  sentReply,
  startedConversation,
  thread,
  unread,
} from '../../../../shared/domain/widget.ts';

const pictures = join(import.meta.dirname, '../../../../supabase/local/seed/pictures/attachments');

/** `never`: no answer comes; `offline`: there is no network. */
export type Answer =
  | 'never'
  | 'offline'
  | { body: unknown }
  | { error: keyof typeof errorStatus; retryAfter?: number };

/** What the API answers with, by method and path; a `*` stands for an id. */
const schemas = {
  'GET /conversations': conversationList,
  'GET /conversations/*': thread,
  'POST /conversations': startedConversation,
  'POST /conversations/*/messages': sentReply,
  'POST /conversations/*/read': unread,
  'GET /unread': unread,
  'GET /articles': articleSuggestions,
  'GET /articles/*': article,
  'POST /suggestion-events': null,
  'GET /surveys/due': dueSurveys,
  'POST /surveys/*/responses': savedResponse,
  'POST /uploads': reservedUpload,
  'POST /uploads/*/finalise': finalisedUpload,
  'POST /identify': null,
} satisfies Record<string, z.ZodType | null>;
export type Endpoint = keyof typeof schemas;

const isEndpoint = (name: string): name is Endpoint => name in schemas;

const id = '7f9d1c52-4a39-4c0e-9a57-0d6f1f3f0c01';

const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-allow-methods': '*',
  'access-control-expose-headers': 'retry-after',
};

/** The API of one stage. Without further orders it is empty and takes everything. */
export class Server {
  private readonly answers = new Map<Endpoint, Answer>([
    ['GET /conversations', { error: 'internal' }],
    ['POST /conversations', { body: { conversationId: id, number: 1042, messageId: id } }],
    ['POST /conversations/*/messages', { body: { messageId: id } }],
    ['POST /conversations/*/read', { body: { unread: 0 } }],
    ['GET /unread', { body: { unread: 0 } }],
    ['GET /articles', { body: { articles: [] } }],
    ['POST /suggestion-events', { body: {} }],
    ['GET /surveys/due', { body: { surveys: [] } }],
    ['POST /surveys/*/responses', { body: { responseId: id } }],
    ['POST /uploads', { body: { uploadId: id, url: `${address}/storage/put` } }],
    [
      'POST /uploads/*/finalise',
      { body: { uploadId: id, contentType: 'image/webp', bytes: 1, width: 1, height: 1, sha256: '' } },
    ],
    ['POST /identify', { body: { verified: true, merged: false } }],
  ]);
  /** What the widget is told of where the API is. */
  readonly api: string;

  constructor() {
    this.api = `${address}/${servers.push(this)}`;
  }

  /** Says what is answered from now on; rejects what the API would never say. */
  set(endpoint: Endpoint, answer: Answer): void {
    if (typeof answer === 'object' && 'body' in answer) schemas[endpoint]?.parse(answer.body);
    this.answers.set(endpoint, answer);
  }

  answer(method: string, path: string, response: ServerResponse): void {
    const name = `${method} ${path.replace('/functions/v1/widget', '').replace(/\/[0-9a-f-]{36}/g, '/*')}`;
    const answer: Answer = (isEndpoint(name) && this.answers.get(name)) || { error: 'not_found' };
    if (answer === 'never') return;
    if (answer === 'offline') {
      response.destroy();
      return;
    }
    const headers = { ...cors, 'content-type': 'application/json' };
    if ('body' in answer) {
      response.writeHead(200, headers).end(JSON.stringify(answer.body));
      return;
    }
    const { error: code, retryAfter } = answer;
    response
      .writeHead(errorStatus[code], {
        ...headers,
        ...(retryAfter === undefined ? {} : { 'retry-after': `${retryAfter}` }),
      })
      .end(JSON.stringify({ error: { code, message: code } }));
  }
}

const servers: Server[] = [];

/** A page that costs next to nothing to open; what is looked at is the widget. */
const page = `<!doctype html><html lang="en"><title>Orders</title><main><h1>Orders</h1>
  <p>Seven are open. <a href="tables.html">All orders</a></p></main>`;

/** Page, pictures and uploads are the same for all; everything else begins with the place of a stage's own server. */
async function answer({ method = 'GET', url = '/' }: IncomingMessage, response: ServerResponse) {
  const [path = '/'] = url.split('?');
  const [, place = '', name = ''] = path.split('/');
  if (method === 'OPTIONS' || place === 'storage') response.writeHead(200, cors).end();
  else if (place === 'page') response.writeHead(200, { 'content-type': 'text/html' }).end(page);
  else if (place === 'pictures') {
    const body = await readFile(join(pictures, name)).catch(() => null);
    response.writeHead(body ? 200 : 404, { ...cors, 'content-type': 'image/webp' }).end(body);
  } else {
    const server = servers[Number(place) - 1];
    if (server) server.answer(method, path.slice(place.length + 1), response);
    else response.writeHead(404).end();
  }
}

const listener = createServer((request, response) => void answer(request, response));
await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
// It goes with the program that plays the scenes.
listener.unref();
const bound = listener.address();
/** Where it listens. */
export const address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`;
