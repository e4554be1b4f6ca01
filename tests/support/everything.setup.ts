// Everything for the end-to-end tests: stack, demo company, the built widget, inbox and extension, all served; once for
// each of the test files that run at the same time, so that none meets what another does.
import type { TestProject } from 'vitest/node';
import { type Everything, startThrowaway } from '../../scripts/serve/everything.ts';
import { accessTo } from './stack.setup.ts';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const all: Everything[] = [];
  const stop = async () => {
    await Promise.all(all.map((each) => each.stop()));
  };
  try {
    // One after the other: the first builds what the others serve.
    while (all.length < project.config.maxWorkers)
      all.push(await startThrowaway('extension for the tests', (line) => console.log(`  ${line}`)));
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide(
    'stacks',
    all.map(({ stack }) => accessTo(stack)),
  );
  project.provide(
    'places',
    all.map(({ demoUrl, inboxUrl, extensionDir }) => ({ demoUrl, inboxUrl, extensionDir })),
  );
  return stop;
}
