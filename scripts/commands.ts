// Runs the tools of node_modules from our scripts: on this Node, in the project's root, without telemetry.
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's root folder, without a slash at the end. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');

export const toolEnv = (): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: [
    join(root, 'node_modules', '.bin'),
    join(root, 'node_modules', 'node', 'bin'),
    process.env.PATH ?? '',
  ].join(delimiter),
  DO_NOT_TRACK: '1',
  SUPABASE_TELEMETRY_DISABLED: '1',
});

export type Outcome = { code: number; output: string; stdout: string };

/**
 * Runs a program to its end.
 * @param show prints what it writes as it comes; otherwise it is only collected
 */
export function runTool(
  command: string,
  args: string[],
  options: { show?: boolean; env?: Record<string, string> } = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...toolEnv(), ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    let stdout = '';
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk;
      output += chunk;
      if (options.show === true) process.stdout.write(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk;
      if (options.show === true) process.stderr.write(chunk);
    });
    child.once('error', (error) => resolve({ code: 127, output: error.message, stdout }));
    child.once('close', (code) => resolve({ code: code ?? 1, output, stdout }));
  });
}

/** Runs the Supabase CLI on a database given by its URL, without a question and without Docker. */
export const supabase = (args: string[], databaseUrl: string) =>
  runTool('supabase', [...args, `--remote=${databaseUrl}`, '--yes', '--agent=no']);
