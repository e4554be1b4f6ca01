// The one origin of the embedded stack: hands requests on to lite and to the functions, and answers for them
// while they are down.
import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { StackError } from './processes.ts';

export type ApiOptions = {
  port: number;
  /** Where lite listens; undefined while it or the database is down. */
  litePort: () => number | undefined;
  /** Where a function listens; undefined when there is none of that name, null while it is down. */
  functionPort: (name: string) => number | null | undefined;
};

function answerJson(
  outgoing: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
) {
  outgoing
    .writeHead(status, { 'content-type': 'application/json', 'access-control-allow-origin': '*', ...headers })
    .end(JSON.stringify(body));
}

/** 503 in the form in which our own functions say it, readable for a page of any origin. */
function answerDown(outgoing: ServerResponse, what: string): void {
  const message = `${what} is restarting. Try again in a moment.`;
  const headers = { 'retry-after': '1', 'access-control-expose-headers': 'retry-after' };
  answerJson(outgoing, 503, { error: { code: 'unavailable', message, retryAfter: 1 } }, headers);
}

function answerPreflight(incoming: IncomingMessage, outgoing: ServerResponse): void {
  outgoing
    .writeHead(204, {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS',
      'access-control-allow-headers': incoming.headers['access-control-request-headers'] ?? '*',
      'access-control-max-age': '600',
    })
    .end();
}

/** Passes a request on as it is; answers 503 when the other side is gone before it has answered. */
function proxy(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  port: number,
  path: string,
  what: string,
): void {
  const headers = {
    ...incoming.headers,
    'x-forwarded-for': incoming.socket.remoteAddress ?? '127.0.0.1',
    'x-forwarded-host': incoming.headers.host ?? '',
    'x-forwarded-proto': 'http',
  };
  const onward = httpRequest(
    { host: '127.0.0.1', port, path, method: incoming.method, headers },
    (answer) => {
      // Hosted Auth lets a page of any origin read its answers; lite's says nothing.
      const readable = path.startsWith('/auth/v1/') ? { 'access-control-allow-origin': '*' } : {};
      outgoing.writeHead(answer.statusCode ?? 502, { ...readable, ...answer.headers });
      answer.pipe(outgoing);
      answer.once('error', () => outgoing.destroy());
    },
  );
  onward.once('error', () => {
    if (outgoing.headersSent) outgoing.destroy();
    else if (!outgoing.destroyed) answerDown(outgoing, what);
  });
  outgoing.once('close', () => onward.destroy());
  incoming.pipe(onward);
}

function handle(incoming: IncomingMessage, outgoing: ServerResponse, options: ApiOptions) {
  const address = incoming.url ?? '/';
  const path = address.split('?')[0] ?? '/';
  const name = /^\/functions\/v1\/([^/]+)/.exec(path)?.[1];
  if (name !== undefined) {
    const port = options.functionPort(name);
    // Hosted Supabase gives a function the path after /functions/v1.
    if (typeof port === 'number')
      return proxy(incoming, outgoing, port, address.replace(/^\/functions\/v1/, ''), 'The function');
    if (incoming.method === 'OPTIONS') return answerPreflight(incoming, outgoing);
    if (port === null) return answerDown(outgoing, 'The function');
    return answerJson(outgoing, 404, { code: 'NOT_FOUND', message: 'Requested function was not found' });
  }
  if (!/^\/(rest|auth|storage)\/v1(\/|$)/.test(path))
    return answerJson(outgoing, 404, { message: `no route for ${path}` });
  if (incoming.method === 'OPTIONS') return answerPreflight(incoming, outgoing);
  const port = options.litePort();
  if (port === undefined) return answerDown(outgoing, 'The database');
  proxy(incoming, outgoing, port, address, 'The database');
}

/** Starts listening on 127.0.0.1; rejects with one plain sentence when the port is taken. */
export function serveApi(options: ApiOptions): Promise<Server> {
  const server = createServer((incoming, outgoing) => handle(incoming, outgoing, options));
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new StackError(portTaken(options.port)) : error);
    });
    server.listen(options.port, '127.0.0.1', () => resolve(server));
  });
}

/** What to do when a port of ours is in use. */
export const portTaken = (port: number) =>
  `Port ${port} is in use. If Hearback already runs in another terminal, use that one or stop it with Ctrl-C; otherwise end the program that uses the port, then try again.`;
