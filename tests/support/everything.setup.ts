// Everything for the end-to-end tests: stack, demo company, the built widget, inbox and extension, all served.
import type { TestProject } from 'vitest/node';
import { startThrowaway } from '../../scripts/serve/everything.ts';
import { accessTo } from './stack.setup.ts';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const everything = await startThrowaway('extension for the tests', (line) => console.log(`  ${line}`));
  project.provide('stack', accessTo(everything.stack));
  const { demoUrl, inboxUrl, extensionDir } = everything;
  project.provide('places', { demoUrl, inboxUrl, extensionDir });
  return () => everything.stop();
}
