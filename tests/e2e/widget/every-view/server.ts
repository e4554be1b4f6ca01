// Answers the widget in the API's stead, by its own contract: every state can be had at once and alike each time.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Route } from 'playwright';
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

export const api = 'https://api.hearback.test';

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

/** Stands between a browser and the network. Without further orders it is empty and takes everything. */
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
    ['POST /uploads', { body: { uploadId: id, url: `${api}/storage/put` } }],
    [
      'POST /uploads/*/finalise',
      { body: { uploadId: id, contentType: 'image/webp', bytes: 1, width: 1, height: 1, sha256: '' } },
    ],
    ['POST /identify', { body: { verified: true, merged: false } }],
  ]);
  /** Whether bytes that are uploaded arrive. */
  storage: 'takes' | 'never' = 'takes';

  /** Says what is answered from now on; rejects what the API would never say. */
  set(endpoint: Endpoint, answer: Answer): void {
    if (typeof answer === 'object' && 'body' in answer) schemas[endpoint]?.parse(answer.body);
    this.answers.set(endpoint, answer);
  }

  async attach(context: BrowserContext): Promise<void> {
    await context.route(`${api}/**`, (route) => this.handle(route));
  }

  private async handle(route: Route): Promise<void> {
    const request = route.request();
    const { pathname } = new URL(request.url());
    const headers = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'retry-after' };
    if (pathname.startsWith('/pictures/')) {
      const body = await readFile(join(pictures, pathname.slice('/pictures/'.length))).catch(() => null);
      await (body ? route.fulfill({ body, headers, contentType: 'image/webp' }) : route.abort());
      return;
    }
    if (pathname.startsWith('/storage/')) {
      if (this.storage === 'takes') await route.fulfill({ status: 200, headers, body: '' });
      return;
    }
    const name = `${request.method()} ${pathname.replace('/functions/v1/widget', '').replace(/\/[0-9a-f-]{36}/g, '/*')}`;
    const answer: Answer = (isEndpoint(name) && this.answers.get(name)) || { error: 'not_found' };
    if (answer === 'never') return;
    if (answer === 'offline') {
      await route.abort('internetdisconnected');
      return;
    }
    if ('body' in answer) {
      await route.fulfill({ json: answer.body, headers });
      return;
    }
    const { error: code, retryAfter } = answer;
    await route.fulfill({
      status: errorStatus[code],
      headers: { ...headers, ...(retryAfter === undefined ? {} : { 'retry-after': `${retryAfter}` }) },
      json: { error: { code, message: code } },
    });
  }
}
