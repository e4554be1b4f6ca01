import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Answer, folderRoute, type Route, serveFiles } from '../../../scripts/serve/files.ts';
import { peersFolder } from '../peers.ts';
import type { BuiltEngine } from './engines.ts';
import { compileTailwind } from './tailwind.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const template = join(root, 'node_modules/startbootstrap-sb-admin-2');
const ownPages = join(root, 'tests/fixtures/pages');

export const siteNames = ['cases', 'tailwind', 'sb-admin-2', 'sb-admin', 'gentelella', 'agency'] as const;
export type SiteName = (typeof siteNames)[number];

const installed = (name: string): Route[] => [
  folderRoute('/', join(peersFolder, 'node_modules', name, 'dist')),
];

/** What each site serves; every one has an origin of its own, as its absolute paths expect. */
const routes: Record<SiteName, () => Route[]> = {
  cases: () => [folderRoute('/vendor/', join(template, 'vendor')), folderRoute('/', join(ownPages, 'cases'))],
  tailwind: () => [tailwindRoute(), folderRoute('/', join(ownPages, 'tailwind'))],
  'sb-admin-2': () => [folderRoute('/', template)],
  'sb-admin': () => installed('startbootstrap-sb-admin'),
  gentelella: () => installed('gentelella'),
  agency: () => installed('startbootstrap-agency'),
};

function tailwindRoute(): Route {
  let css: Promise<string> | undefined;
  return async (path) => {
    if (path !== '/built.css') return undefined;
    css ??= readFile(join(ownPages, 'tailwind/index.html'), 'utf8').then(compileTailwind);
    return { type: 'text/css; charset=utf-8', body: await css };
  };
}

/** The engines under `/__bench/<engine>/`, beside every site's own files. */
function engineRoute(engines: readonly BuiltEngine[]): Route {
  return async (path): Promise<Answer | undefined> => {
    const [, name, file] = /^\/__bench\/([\w-]+)\/(.+)$/.exec(path) ?? [];
    const body = engines.find((engine) => engine.name === name)?.files.get(file ?? '');
    return body === undefined ? undefined : { type: 'text/javascript; charset=utf-8', body };
  };
}

export type Sites = {
  /** The address of a page, such as `http://127.0.0.1:4711/index.html`. */
  url(site: SiteName, path: string): string;
  close(): Promise<void>;
};

/** Serves the named sites on ports that are free. */
export async function serveSites(
  names: readonly SiteName[],
  engines: readonly BuiltEngine[],
): Promise<Sites> {
  const servers = new Map(
    await Promise.all(
      names.map(
        async (name) => [name, await serveFiles(0, [engineRoute(engines), ...routes[name]()])] as const,
      ),
    ),
  );
  return {
    url: (site, path) => `http://127.0.0.1:${servers.get(site)?.port}/${path}`,
    async close() {
      await Promise.all([...servers.values()].map((server) => server.stop()));
    },
  };
}
