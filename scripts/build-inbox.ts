// Builds the inbox into dist/inbox, with the file that a host edits to say which Supabase project it talks to.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './commands.ts';
import { inboxConfig, wellKnown } from './serve/inbox.ts';

const outDir = join(root, 'dist', 'inbox');
await build({ ...inboxConfig(), build: { outDir, emptyOutDir: true } });

const template = {
  name: 'Your company',
  apiUrl: 'https://YOUR-PROJECT.supabase.co',
  publishableKey: 'sb_publishable_…',
};
await mkdir(join(outDir, '.well-known'), { recursive: true });
await writeFile(join(outDir, wellKnown), `${JSON.stringify(template, null, 2)}\n`);
