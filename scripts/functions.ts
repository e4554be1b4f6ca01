// Checks the types of the edge functions with deno, as they are deployed: each with its own deno.json.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { denoEnv } from '../supabase/local/functions.ts';
import { root, runTool } from './commands.ts';

/** Returns whether all are in order; prints what is not. */
export async function checkFunctions(names: string[]): Promise<boolean> {
  let ok = true;
  for (const name of names) {
    const folder = join(root, 'supabase', 'functions', name);
    const config = join(folder, 'deno.json');
    const args = ['check', ...(existsSync(config) ? ['--config', config] : []), '--node-modules-dir=manual'];
    const { code, output } = await runTool('deno', [...args, join(folder, 'index.ts')], {
      env: denoEnv(root),
    });
    console.log(`${name}: ${code === 0 ? 'ok' : `failed\n${output.trim()}`}`);
    ok &&= code === 0;
  }
  return ok;
}
