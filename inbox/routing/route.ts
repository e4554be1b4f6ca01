import type { ConversationKind } from '../../shared/domain/nouns.ts';
import { ranges, type TimeRange } from './range.ts';

/** What the list of conversations is narrowed to. Snoozed ones show under "all" only. */
export type ConversationFilter = { status: 'open' | 'closed' | 'all'; kind: ConversationKind | 'all' };

/** A screen and what it shows: everything that a link has to bring back after a reload. */
export type Route =
  | { name: 'conversations'; id: string | null; filter: ConversationFilter }
  | { name: 'articles' }
  | { name: 'article'; id: string }
  | { name: 'new-article'; fromMessage: string | null }
  | { name: 'nps'; range: TimeRange }
  | { name: 'surveys' }
  | { name: 'survey'; id: string }
  | { name: 'survey-results'; id: string; range: TimeRange }
  | { name: 'new-survey'; template: string | null }
  | { name: 'boards' }
  | { name: 'board'; id: string; competitor: string | null; capture: string | null }
  | { name: 'settings' }
  | { name: 'unknown' };

export const everything: ConversationFilter = { status: 'open', kind: 'all' };

/** Every kind, in the order in which they are offered. */
export const conversationKinds: readonly ConversationKind[] = ['bug', 'idea', 'question', 'praise', 'score'];

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const oneOf = <const Value extends string>(value: string | null, allowed: readonly Value[]): Value | null =>
  allowed.find((one) => one === value) ?? null;

const rangeIn = (query: URLSearchParams) => oneOf(query.get('range'), ranges) ?? '90d';

/** The screen behind the part of an address after `#`. Never fails: what means nothing is `unknown`. */
export function parseRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#/, '').split('?', 2);
  const query = new URLSearchParams(search);
  const [room = '', id, child, ...rest] = path.split('/').filter(Boolean);
  const unknown: Route = { name: 'unknown' };
  const makes = id === 'new' && (room === 'articles' || room === 'surveys');
  const results = room === 'surveys' && child === 'results';
  const ids = [makes ? undefined : id, results ? undefined : child, query.get('competitor')];
  if (rest.length > 0 || (child && room !== 'boards' && (!results || makes))) return unknown;
  if (ids.some((value) => value && !uuid.test(value))) return unknown;

  if (room === '' || room === 'inbox')
    return {
      name: 'conversations',
      id: id ?? null,
      filter: {
        status: oneOf(query.get('status'), ['open', 'closed', 'all']) ?? 'open',
        kind: oneOf(query.get('kind'), conversationKinds) ?? 'all',
      },
    };
  if (room === 'articles') {
    const from = query.get('from');
    if (id === 'new') return { name: 'new-article', fromMessage: from && uuid.test(from) ? from : null };
    return id ? { name: 'article', id } : { name: 'articles' };
  }
  if (room === 'nps' && !id) return { name: 'nps', range: rangeIn(query) };
  if (room === 'surveys') {
    if (id === 'new') return { name: 'new-survey', template: query.get('template') };
    if (id && results) return { name: 'survey-results', id, range: rangeIn(query) };
    return id ? { name: 'survey', id } : { name: 'surveys' };
  }
  if (room === 'settings' && !id) return { name: 'settings' };
  if (room === 'boards')
    return id
      ? { name: 'board', id, competitor: query.get('competitor'), capture: child ?? null }
      : { name: 'boards' };
  return unknown;
}

/** The address of a screen, from the `#` on; what is as usual is left out. */
export function formatRoute(route: Route): string {
  switch (route.name) {
    case 'conversations': {
      const { status, kind } = route.filter;
      return address(['inbox', route.id], {
        status: status === 'open' ? null : status,
        kind: kind === 'all' ? null : kind,
      });
    }
    case 'articles':
      return address(['articles']);
    case 'article':
      return address(['articles', route.id]);
    case 'new-article':
      return address(['articles', 'new'], { from: route.fromMessage });
    case 'nps':
      return address(['nps'], { range: route.range === '90d' ? null : route.range });
    case 'surveys':
      return address(['surveys']);
    case 'survey':
      return address(['surveys', route.id]);
    case 'survey-results':
      return address(['surveys', route.id, 'results'], { range: route.range === '90d' ? null : route.range });
    case 'new-survey':
      return address(['surveys', 'new'], { template: route.template });
    case 'boards':
      return address(['boards']);
    case 'board':
      return address(['boards', route.id, route.capture], { competitor: route.competitor });
    case 'settings':
      return address(['settings']);
    case 'unknown':
      return '#/';
  }
}

function address(path: readonly (string | null)[], query: Record<string, string | null> = {}): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== null);
  const search = new URLSearchParams(given).toString();
  return `#/${path.filter((part) => part !== null).join('/')}${search && `?${search}`}`;
}
