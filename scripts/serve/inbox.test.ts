import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../supabase/local/processes.ts';
import { root } from '../commands.ts';
import type { FileServer } from './files.ts';
import { serveInboxSources } from './inbox.ts';

let server: FileServer;
let origin: string;

beforeAll(async () => {
  const port = await freePort();
  server = await serveInboxSources(port, { name: 'x', apiUrl: 'http://x.example', publishableKey: 'sb_x' });
  origin = `http://127.0.0.1:${port}`;
}, 60_000);
afterAll(() => server?.stop());

const status = async (path: string) => (await fetch(origin + path)).status;

test('the inbox and what it imports are served from their sources', async () => {
  expect(await status('/main.tsx')).toBe(200);
  expect(await status(`/@fs${join(root, 'shared/ui/button.tsx')}`)).toBe(200);
});

test.each(['package.json', 'supabase/config.toml'])(
  'nothing else of the checkout is: its data folder holds the keys (%s)',
  async (path) => {
    for (const query of ['', '?raw', '?url', '?import&raw'])
      expect([403, 404]).toContain(await status(`/@fs${join(root, path)}${query}`));
  },
);
