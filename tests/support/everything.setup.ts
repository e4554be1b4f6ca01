// Everything for the end-to-end tests: stack, demo company, the built widget, inbox and extension, all served.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEverything } from '../../scripts/serve/everything.ts';
import { freePort } from '../../supabase/local/processes.ts';
import { accessTo } from './stack.setup.ts';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const everything = await startEverything({
    dataDir: await mkdtemp(join(tmpdir(), 'hearback-e2e-')),
    apiPort: await freePort(),
    pgPort: await freePort(),
    functionsPort: await freePort(),
    inboxPort: await freePort(),
    demoPort: await freePort(),
    extension: 'extension for the tests',
    inbox: 'built',
    persistent: false,
    log: (line) => console.log(`  ${line}`),
  });
  project.provide('stack', accessTo(everything.stack));
  const { demoUrl, inboxUrl, extensionDir } = everything;
  project.provide('places', { demoUrl, inboxUrl, extensionDir });
  return () => everything.stop();
}
