// The inbox, from its sources (Vite, changes appear at once) or as built.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { createServer, type InlineConfig, type Plugin } from 'vite';
import { portTaken } from '../../supabase/local/api.ts';
import { StackError } from '../../supabase/local/processes.ts';
import { root } from '../commands.ts';
import { type FileServer, folderRoute, serveFiles } from './files.ts';

/** Where an inbox says which Supabase project it belongs to, relative to its root. */
export const wellKnown = '.well-known/hearback.json';

/** What that file holds. */
export type Installation = { name: string; apiUrl: string; publishableKey: string };

const folder = join(root, 'inbox');

/** Vite's settings for the inbox: its own file where it has one. */
export function inboxConfig(): InlineConfig {
  const own = join(folder, 'vite.config.ts');
  const shared = { root: folder, cacheDir: join(root, '.cache', 'vite') };
  return existsSync(own)
    ? { ...shared, configFile: own }
    : { ...shared, configFile: false, plugins: [preact()] };
}

const installationFile = (installation: Installation): Plugin => ({
  name: 'hearback-installation',
  configureServer(server) {
    server.middlewares.use(`/${wellKnown}`, (_request, response) => {
      response.setHeader('content-type', 'application/json');
      response.setHeader('access-control-allow-origin', '*');
      response.end(JSON.stringify(installation));
    });
  },
});

/** Serves the sources through Vite. */
export async function serveInboxSources(port: number, installation: Installation): Promise<FileServer> {
  // A server of our own: with one of its own, Vite would end the program on SIGTERM before the database is
  // shut down in order.
  const http = createHttpServer();
  const config = inboxConfig();
  // Not the whole checkout: .data/ holds the keys, which are for the owner of the files alone.
  const allow = ['inbox', 'shared', 'node_modules', '.cache/vite'].map((part) => join(root, part));
  const vite = await createServer({
    ...config,
    plugins: [...(config.plugins ?? []), installationFile(installation)],
    server: { middlewareMode: true, hmr: { server: http }, fs: { allow } },
    logLevel: 'warn',
    clearScreen: false,
  });
  http.on('request', vite.middlewares);
  await new Promise<void>((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new StackError(portTaken(port)) : error),
    );
    http.listen(port, '127.0.0.1', resolve);
  });
  return {
    async stop() {
      await vite.close();
      const closed = new Promise((resolve) => http.close(resolve));
      http.closeAllConnections();
      await closed;
    },
  };
}

/** Serves dist/inbox as a static host would: every unknown path is the app. */
export function serveBuiltInbox(port: number, installation: Installation): Promise<FileServer> {
  const built = join(root, 'dist', 'inbox');
  return serveFiles(port, [
    async (path) =>
      path === `/${wellKnown}` ? { type: 'application/json', body: JSON.stringify(installation) } : undefined,
    folderRoute('/', built),
    async (path) => {
      if (/\.\w+$/.test(path)) return undefined;
      return { type: 'text/html; charset=utf-8', body: await readFile(join(built, 'index.html')) };
    },
  ]);
}
