// What is built, from which sources; a build whose sources did not change since the last time is not repeated.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root, runTool } from './commands.ts';

type Build = {
  /** Files and folders, relative to the root, that decide the result. */
  sources: string[];
  /** The folder it makes, relative to the root. */
  output: string;
  command: [program: string, ...args: string[]];
};

const browserSources = ['extension', 'shared', 'wxt.config.ts', 'package-lock.json'];

export const builds = {
  widget: {
    sources: ['widget', 'shared', 'scripts/build-widget.ts', 'package-lock.json'],
    output: 'dist/widget',
    command: ['node', 'scripts/build-widget.ts'],
  },
  extension: {
    sources: browserSources,
    output: '.output/chrome-mv3',
    command: ['wxt', 'build', '--browser', 'chrome'],
  },
  'extension for Firefox': {
    sources: browserSources,
    output: '.output/firefox-mv3',
    command: ['wxt', 'build', '--browser', 'firefox'],
  },
  'extension for the tests': {
    sources: browserSources,
    output: '.output/chrome-mv3-e2e',
    command: ['wxt', 'build', '--browser', 'chrome', '--mode', 'e2e'],
  },
  inbox: {
    sources: ['inbox', 'shared', 'scripts/build-inbox.ts', 'scripts/serve/inbox.ts', 'package-lock.json'],
    output: 'dist/inbox',
    command: ['node', 'scripts/build-inbox.ts'],
  },
} as const satisfies Record<string, Build>;
export type BuildName = keyof typeof builds;

const isTest = (name: string) => /\.test\.tsx?$/.test(name);

async function hashOf(sources: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    const path = join(root, source);
    const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => undefined);
    const files = entries
      ?.filter((entry) => entry.isFile() && !isTest(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort() ?? [path];
    for (const file of files)
      hash.update(file.slice(root.length)).update(await readFile(file).catch(() => ''));
  }
  return hash.digest('hex');
}

/**
 * Builds what is not current.
 * @param force builds in any case
 * @param show prints what the tool writes, as it comes
 * @returns whether it had to be built; rejects with the tool's output when the build fails
 */
export async function ensureBuilt(name: BuildName, force = false, show = false): Promise<boolean> {
  const { sources, output, command } = builds[name];
  const stamp = join(root, '.cache', 'builds', output.replaceAll('/', '_'));
  const wanted = await hashOf(sources);
  const built = await readFile(stamp, 'utf8').catch(() => '');
  if (!force && built === wanted && existsSync(join(root, output))) return false;
  const [program, ...args] = command;
  const result = await runTool(program, args, { show });
  if (result.code !== 0) throw new Error(`The ${name} could not be built:\n${result.output.trim()}`);
  await mkdir(join(root, '.cache', 'builds'), { recursive: true });
  await writeFile(stamp, wanted);
  return true;
}
