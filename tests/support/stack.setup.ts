// One stack for all database, authorisation and functions tests: free ports, a folder that is deleted afterwards.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { freePort } from '../../supabase/local/processes.ts';
import { type Stack, startStack } from '../../supabase/local/stack.ts';
import type { StackAccess } from './provided.ts';

/** The parts of a stack that can be handed to another process. */
export const accessTo = (stack: Stack): StackAccess => ({
  apiUrl: stack.apiUrl,
  dbUrl: stack.dbUrl,
  adminDbUrl: stack.adminDbUrl,
  publishableKey: stack.publishableKey,
  serviceRoleKey: stack.serviceRoleKey,
  jwtSecret: stack.jwtSecret,
  dataDir: stack.dataDir,
});

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const stack = await startStack({
    dataDir: await mkdtemp(join(tmpdir(), 'hearback-db-')),
    apiPort: await freePort(),
    pgPort: await freePort(),
    functionsPort: await freePort(),
    persistent: false,
  });
  project.provide('stacks', [accessTo(stack)]);
  return () => stack.stop();
}
