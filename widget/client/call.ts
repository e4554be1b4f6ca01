import type { Core } from '../loader/core.ts';
import { visitorToken } from './token.ts';

export interface CallInit {
  method?: 'GET' | 'POST';
  /** Goes as JSON. */
  body?: unknown;
  signal?: AbortSignal;
  /** Lets the request outlive the page. */
  keepalive?: boolean;
}

/** As much of the core as it takes to ask the server. */
export type Caller = Pick<Core, 'options' | 'store' | 'signal'>;

/**
 * One request to the function `widget` in the visitor's name. Rejects when there is no network. No cookies go with
 * it: the visitor is known by his token alone.
 */
export function call(core: Caller, path: string, init: CallInit = {}): Promise<Response> {
  const { method = 'GET', body, signal, keepalive = false } = init;
  return fetch(`${core.options.api.replace(/\/+$/, '')}/functions/v1/widget${path}`, {
    method,
    credentials: 'omit',
    keepalive,
    signal: signal ? AbortSignal.any([signal, core.signal]) : keepalive ? null : core.signal,
    headers: {
      'x-hearback-project': core.options.project,
      'x-hearback-visitor': visitorToken(core.store),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
