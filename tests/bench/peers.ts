import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the packages that the benchmark compares with are installed: `tests/bench/peers`. */
export const peersFolder = fileURLToPath(new URL('./peers', import.meta.url));

/** Installs the peers where their lock file has changed. They are no dependency of the project, so that `npm ci` stays quick. */
export function installPeers(): void {
  const lock = readFileSync(join(peersFolder, 'package-lock.json'), 'utf8');
  const stamp = join(peersFolder, 'node_modules', '.hearback-installed');
  if (read(stamp) === lock) return;
  console.log('Installing the peers that the benchmark compares with …');
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: peersFolder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) throw new Error('The peers could not be installed; see npm’s message above.');
  writeFileSync(stamp, lock);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
