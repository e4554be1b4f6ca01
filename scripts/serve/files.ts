// A small server of static files on 127.0.0.1, for the demo product and the built inbox.
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { portTaken } from '../../supabase/local/api.ts';
import { StackError } from '../../supabase/local/processes.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

export type Answer = { status?: number; type: string; body: string | Uint8Array };

/** Answers the path of a request (decoded) and its query, or passes with undefined. */
export type Route = (path: string, query: URLSearchParams) => Promise<Answer | undefined>;

/** Serves the files of `folder` under `prefix`; a folder answers with its index.html. */
export function folderRoute(prefix: string, folder: string): Route {
  return async (path) => {
    if (!path.startsWith(prefix)) return undefined;
    const inner = normalize(path.slice(prefix.length)).replace(/^[/\\]+/, '');
    if (inner.startsWith('..')) return undefined;
    const file = join(
      folder,
      inner === '' || inner === '.' || inner.endsWith('/') ? join(inner, 'index.html') : inner,
    );
    const body = await readFile(file).catch(() => undefined);
    return body && { type: types[extname(file)] ?? 'application/octet-stream', body };
  };
}

export type FileServer = { stop(): Promise<void> };

/**
 * Tries the routes in order. Any origin may read the answers: the widget's files are made for other sites.
 * @param port 0 for any that is free; the answer says which
 */
export async function serveFiles(
  port: number,
  routes: Route[],
): Promise<FileServer & { readonly port: number }> {
  const find = async (url: string): Promise<Answer> => {
    const [path = '/', query] = url.split('?');
    for (const route of routes) {
      const answer = await route(decodeURIComponent(path), new URLSearchParams(query));
      if (answer !== undefined) return answer;
    }
    return { status: 404, type: 'text/plain', body: 'Not found' };
  };
  const server: Server = createServer(async (request, response) => {
    // A broken address, or a file that is being built anew, must not end the program.
    const answer = await find(request.url ?? '/').catch(
      (error: unknown): Answer => ({ status: 500, type: 'text/plain', body: String(error) }),
    );
    response.writeHead(answer.status ?? 200, {
      'content-type': answer.type,
      'cache-control': 'no-cache',
      'access-control-allow-origin': '*',
    });
    response.end(answer.body);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new StackError(portTaken(port)) : error),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
