// The build that is shipped: the least rights, and everything over plain CORS. (The build for the tests may look at
// every page, and with that reads every answer.)
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builds, ensureBuilt } from '../../../scripts/builds.ts';
import { root } from '../../../scripts/commands.ts';
import { openWithExtension, places } from '../../support/browsers.ts';
import { newWorkspace, superuser, type Workspace } from '../../support/callers.ts';
import { openSidePanel, signInFrom } from './side-panel.ts';

const folder = join(root, builds.extension.output);
let context: BrowserContext;
let pageUrl: (page: string) => string;
let workspace: Workspace;

beforeAll(async () => {
  await ensureBuilt('extension');
  workspace = await newWorkspace();
  ({ context, pageUrl } = await openWithExtension({ windowed: true, folder }));
});
afterAll(() => context?.close());

test.each(['extension', 'extension for Firefox'] as const)(
  '%s asks for no right it does not need',
  async (name) => {
    await ensureBuilt(name);
    const manifest = JSON.parse(await readFile(join(root, builds[name].output, 'manifest.json'), 'utf8'));
    const panel = name === 'extension' ? ['sidePanel'] : [];
    expect(manifest.permissions.toSorted()).toEqual(
      ['activeTab', 'alarms', 'scripting', 'storage', ...panel].toSorted(),
    );
    for (const right of [
      'host_permissions',
      'optional_host_permissions',
      'optional_permissions',
      'content_scripts',
    ])
      expect(manifest[right] ?? []).toEqual([]);
    expect(manifest.content_security_policy.extension_pages).toBe("script-src 'self'; object-src 'none'");
  },
);

test('no page of it loads code from elsewhere', async () => {
  for (const file of await readdir(folder)) {
    if (!file.endsWith('.html')) continue;
    const html = await readFile(join(folder, file), 'utf8');
    const addresses = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address ?? '');
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) expect(address).toMatch(/^\/(?!\/)/);
  }
});

test('before the click on the icon it sees nothing of a page and says what to do', async () => {
  const view = await context.newPage();
  const offences: string[] = [];
  view.on('console', (message) => message.type() === 'error' && offences.push(message.text()));
  await view.goto(pageUrl('sidepanel.html'));
  await signInFrom(view, workspace.people.pm);
  expect(offences).toEqual([]);
  await view.close();

  const [page] = context.pages();
  if (page === undefined) throw new Error('no page');
  await page.goto(`${places().demoUrl}/index.html`);
  const panel = await openSidePanel(context, new URL(pageUrl('')).host);
  await panel.shows('Click the Hearback icon');
  expect(await panel.evaluate<string>('document.body.innerText')).not.toContain('Capture this page');
});

test('a capture is filed without any right to the server', async () => {
  const editor = await context.newPage();
  await editor.goto(pageUrl('editor.html'));
  // The panel keeps what it took in this form. Taking itself is tested in capture.test.ts.
  const id = crypto.randomUUID();
  await editor.evaluate(async (id) => {
    const canvas = new OffscreenCanvas(640, 400);
    canvas.getContext('2d')?.fillRect(40, 40, 200, 100);
    const picture = await canvas.convertToBlob();
    const page = { url: 'https://rival.com/', title: 'Rival', capturedAt: new Date().toISOString() };
    const form = { title: 'Without rights', note: '' };
    const draft = {
      id,
      createdAt: 0,
      page,
      picture,
      scale: 1,
      uncovered: null,
      toCrop: false,
      annotation: null,
      form,
    };
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open('hearback-drafts', 1);
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const adding = opening.result.transaction('drafts', 'readwrite');
        adding.objectStore('drafts').put(draft);
        adding.oncomplete = () => resolve();
        adding.onerror = () => reject(adding.error);
      };
    });
  }, id);
  await editor.goto(`${pageUrl('editor.html')}#${id}`);
  await editor.reload();
  await editor.getByLabel('Name of the board').fill('Rivals');
  await editor.getByRole('button', { name: 'Save' }).click();
  await editor.getByText('Filed', { exact: true }).waitFor();
  const rows = await superuser()`select bytes from public.captures where id = ${id}`;
  expect(rows).toHaveLength(1);
});
