// npm test: every check in order, one line with the sum at the end. `npm test -- unit db` runs only these stages.
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { functionNames } from '../supabase/local/functions.ts';
import { ensureBrowser, ensureFirefox } from './browser.ts';
import { root, runTool } from './commands.ts';
import { checkFunctions } from './functions.ts';

type Result = { ok: boolean; passed: number; failed: number };
type Stage = { name: string; title: string; run: () => Promise<Result> };

const results = join(root, '.cache', 'test');

/** A check that is no test suite: it passes or fails as a whole and adds nothing to the count of tests. */
async function check(program: string, ...args: string[]): Promise<Result> {
  const { code } = await runTool(program, args, { show: true });
  return { ok: code === 0, passed: 0, failed: 0 };
}

async function vitest(...projects: string[]): Promise<Result> {
  const file = join(results, `${projects.join('-')}.json`);
  await rm(file, { force: true });
  const env: Record<string, string> = {};
  if (projects.some((name) => name !== 'unit' && name !== 'db')) await ensureBrowser();
  if (projects.includes('e2e')) {
    env.FIREFOX_PATH = await ensureFirefox();
    env.E2E_WORKERS = '2';
  }
  const args = ['run', ...projects.map((name) => `--project=${name}`), '--passWithNoTests'];
  args.push('--reporter=default', '--reporter=json', `--outputFile.json=${file}`);
  const { code } = await runTool('vitest', args, { show: true, env });
  const text = await readFile(file, 'utf8').catch(() => '{}');
  const report: { numPassedTests?: number; numFailedTests?: number } = JSON.parse(text);
  return { ok: code === 0, passed: report.numPassedTests ?? 0, failed: report.numFailedTests ?? 0 };
}

const stages: Stage[] = [
  { name: 'lint', title: 'Format and lint', run: () => check('biome', 'check', '.') },
  { name: 'types', title: 'Types', run: () => check('tsc', '--noEmit') },
  {
    name: 'deno',
    title: 'Types of the functions',
    run: async () => ({ ok: await checkFunctions(await functionNames(root)), passed: 0, failed: 0 }),
  },
  {
    name: 'database-types',
    title: 'Database types are current',
    run: () => check('node', 'scripts/types.ts', '--check'),
  },
  { name: 'unit', title: 'Units, in Node and in Chromium', run: () => vitest('unit', 'dom') },
  { name: 'db', title: 'Database, authorisation, functions', run: () => vitest('db') },
  { name: 'e2e', title: 'End to end, in Chromium and Firefox', run: () => vitest('e2e') },
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !stages.some((stage) => stage.name === name));
if (unknown.length > 0) {
  console.error(
    `No such stage: ${unknown.join(', ')}. There are: ${stages.map((stage) => stage.name).join(', ')}.`,
  );
  process.exit(2);
}

await mkdir(results, { recursive: true });
let passed = 0;
let failed = 0;
const broken: string[] = [];
for (const stage of stages) {
  if (wanted.length > 0 && !wanted.includes(stage.name)) continue;
  const began = performance.now();
  console.log(`\n━━ ${stage.title} (${stage.name}) ━━`);
  const result = await stage.run().catch((error: unknown): Result => {
    console.error(error instanceof Error ? error.message : error);
    return { ok: false, passed: 0, failed: 0 };
  });
  passed += result.passed;
  // What failed before or outside a test (a check, a file that does not load) counts as one.
  failed += result.ok ? result.failed : Math.max(1, result.failed);
  if (!result.ok) broken.push(stage.name);
  console.log(`${result.ok ? 'ok' : 'FAILED'}, ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

if (broken.length > 0)
  console.log(`\nFailed: ${broken.join(', ')}. To repeat only these: npm test -- ${broken.join(' ')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
