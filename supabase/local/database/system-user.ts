// PostgreSQL refuses to run as root, which is what a container often gives. These find it another user.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { chown, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { StackError } from '../processes.ts';

/** How to start a program as a user other than root: spawn options, and words to put before the command. */
export type RunAs = { uid?: number; gid?: number; prefix: string[] };

const idOf = (flag: '-u' | '-g', name: string): number | undefined => {
  try {
    return Number(
      execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    );
  } catch {
    return undefined;
  }
};

/** The user that stands in for root. */
function servant(): { name: string; uid: number; gid: number } {
  for (const name of ['postgres', 'nobody']) {
    const uid = idOf('-u', name);
    const gid = idOf('-g', name);
    if (uid !== undefined && gid !== undefined) return { name, uid, gid };
  }
  throw new StackError(
    'PostgreSQL cannot run as root, and no other user was found. Run this as another user.',
  );
}

/**
 * Nothing to do unless this process is root. As root: the user `postgres` if there is one, else `nobody`; the
 * system's user list is left alone. Where that user cannot reach the program or the data (a checkout under
 * /root), he is lent the one capability that lets him pass (CAP_DAC_OVERRIDE), through setpriv of util-linux.
 */
export function unprivileged(program: string, dataDir: string): RunAs {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const { name, uid, gid } = servant();
  const reachable = spawnSync('test', ['-x', program, '-a', '-x', dataDir], { uid, gid }).status === 0;
  if (reachable) return { uid, gid, prefix: [] };
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find(existsSync);
  if (setpriv === undefined)
    throw new StackError(
      `PostgreSQL cannot run as root, and the user ${name} cannot read this folder. Put the checkout where others can read it, for example under /srv.`,
    );
  // no_setuid_fixup: initdb asks with access(2), which otherwise ignores the capabilities of other users than root.
  const lend = ['--securebits=+no_setuid_fixup', '--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  return { prefix: [setpriv, `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', ...lend, '--'] };
}

/** Gives a file, or a folder and all in it, to the user PostgreSQL runs as; does nothing unless run by root. */
export async function handOver(path: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = servant();
  if (statSync(path).uid === uid) return;
  await chown(path, uid, gid);
  if (!statSync(path).isDirectory()) return;
  for (const entry of await readdir(path, { recursive: true })) await chown(join(path, entry), uid, gid);
}
