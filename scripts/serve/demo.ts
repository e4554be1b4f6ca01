// The demo product: a dashboard template from npm, its pages as they are, with the widget's script tag added. With
// `?as=mira` somebody is signed in there.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DemoCustomer, demoCustomers } from '../../supabase/local/demo.ts';
import { root } from '../commands.ts';
import { folderRoute, type Route, serveFiles } from './files.ts';

const product = join(root, 'node_modules', 'startbootstrap-sb-admin-2');
const widget = join(root, 'dist', 'widget');

export type DemoOptions = {
  port: number;
  apiUrl: string;
  projectKey: string;
  /** The signature of a user's id, as docs/widget.md describes it. */
  sign(userId: string): Promise<string>;
};

const customers: ReadonlyMap<string, DemoCustomer> = new Map(Object.entries(demoCustomers));

/** What a page of the product does when somebody is signed in. */
const signedIn = (customer: DemoCustomer, signature: string) => `<script>
    try { localStorage.setItem('demo:signed-in', '1') } catch {}
    document.addEventListener('hearback:ready', () => {
      Hearback.identify(${inScript(customer)}, ${inScript(signature)});
      Hearback.setContext({ screen: document.title });
    }, { once: true });
  </script>`;

/** And when nobody is: who was signed in before has signed out. */
const signedOut = `<script>
    try {
      if (localStorage.getItem('demo:signed-in')) {
        localStorage.removeItem('demo:signed-in');
        document.addEventListener('hearback:ready', () => Hearback.reset(), { once: true });
      }
    } catch {}
  </script>`;

/**
 * Serves the demo product and, under /hearback/, the built widget. Under /plain/ the product is as it came, without
 * the widget, for tests that put it there themselves.
 */
export function serveDemo({ port, apiUrl, projectKey, sign }: DemoOptions): ReturnType<typeof serveFiles> {
  const tag = (logs: string) =>
    `<script async src="http://127.0.0.1:${port}/hearback/hearback.js" data-project="${projectKey}" data-api="${apiUrl}"${logs}></script>`;
  const pages: Route = async (path, query) => {
    const name = path === '/' ? 'index.html' : path.slice(1);
    if (!/^[\w-]+\.html$/.test(name)) return undefined;
    const html = await readFile(join(product, name), 'utf8').catch(() => undefined);
    if (html === undefined) return undefined;
    const as = query.get('as') ?? '';
    const customer = customers.get(as);
    const body = customer
      ? withEnd(
          pageOf(html, as, customer),
          signedIn(customer, await sign(customer.id)),
          tag(' data-logs="true"'),
        )
      : withEnd(html, signedOut, tag(''));
    return { type: 'text/html; charset=utf-8', body };
  };
  return serveFiles(port, [
    folderRoute('/hearback/', widget),
    folderRoute('/plain/', product),
    pages,
    folderRoute('/', product),
  ]);
}

const withEnd = (html: string, ...lines: string[]) =>
  html.replace('</body>', () => `${lines.map((line) => `  ${line}\n`).join('')}</body>`);

/** The page with the customer's name, whose links lead to pages where he is still signed in, but for the way out. */
const pageOf = (html: string, as: string, { name }: DemoCustomer) =>
  html
    .replaceAll('Douglas McGee', name)
    .replace(/href="(?!login\.html)([\w-]+\.html)"/g, (_, page: string) => `href="${page}?as=${as}"`);

/** A value as it may stand in a script within a page. */
const inScript = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');
