// Writes shared/backend/database.types.ts from the migrations; with --check only says whether it is current.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { withScratchDatabase } from '../supabase/local/database/scratch.ts';
import { root, runTool, supabase } from './commands.ts';

const target = join(root, 'shared', 'backend', 'database.types.ts');
const draft = join(root, '.cache', 'database.types.ts');

async function generate(): Promise<string> {
  const types = await withScratchDatabase(async ({ url }) => {
    const migrated = await supabase(['migration', 'up'], url);
    if (migrated.code !== 0) throw new Error(`The migrations do not apply:\n${migrated.output}`);
    const generated = await supabase(['gen', 'types', 'typescript', '--schema', 'public'], url);
    if (generated.code !== 0) throw new Error(`The types could not be generated:\n${generated.output}`);
    return generated.stdout;
  });
  const start = types.indexOf('export type Json');
  if (start < 0) throw new Error(`Unexpected output of supabase gen types:\n${types.slice(0, 500)}`);
  await mkdir(dirname(draft), { recursive: true });
  // The formatter leaves the committed file alone (biome.json), so it works on this text through stdin's name.
  await writeFile(draft, types.slice(start));
  const formatted = await runTool('biome', [
    'format',
    '--write',
    '--vcs-enabled=false',
    '--config-path=scripts/types.biome.json',
    draft,
  ]);
  if (formatted.code !== 0) throw new Error(`The types could not be formatted:\n${formatted.output}`);
  return await readFile(draft, 'utf8');
}

const current = await readFile(target, 'utf8').catch(() => '');
const wanted = `// Generated from the migrations by: npm run types\n${await generate()}`;
if (process.argv.includes('--check')) {
  if (current === wanted) console.log('The database types are current.');
  else {
    console.error('shared/backend/database.types.ts is not current. Run: npm run types');
    process.exitCode = 1;
  }
} else {
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, wanted);
  console.log(current === wanted ? 'The database types were current.' : `Wrote ${target}`);
}
