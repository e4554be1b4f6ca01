// The demo product: a dashboard template from npm, its pages as they are, with the widget's script tag added.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../commands.ts';
import { type FileServer, folderRoute, type Route, serveFiles } from './files.ts';

const product = join(root, 'node_modules', 'startbootstrap-sb-admin-2');
const widget = join(root, 'dist', 'widget');

export type DemoOptions = { port: number; apiUrl: string; projectKey: string };

/** Serves the demo product and, under /hearback/, the built widget. */
export function serveDemo({ port, apiUrl, projectKey }: DemoOptions): Promise<FileServer> {
  const tag = `<script async src="http://127.0.0.1:${port}/hearback/hearback.js" data-project="${projectKey}" data-api="${apiUrl}"></script>`;
  const pages: Route = async (path) => {
    const name = path === '/' ? 'index.html' : path.slice(1);
    if (!/^[\w-]+\.html$/.test(name)) return undefined;
    const html = await readFile(join(product, name), 'utf8').catch(() => undefined);
    if (html === undefined) return undefined;
    return { type: 'text/html; charset=utf-8', body: html.replace('</body>', `  ${tag}\n</body>`) };
  };
  return serveFiles(port, [folderRoute('/hearback/', widget), pages, folderRoute('/', product)]);
}
