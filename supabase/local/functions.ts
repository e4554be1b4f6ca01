// The edge functions, each in a deno process of its own, running the code that is deployed.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, openSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { backoff, commandOf, delay, freePort, isAlive, isListening, waitForExit } from './processes.ts';

export type FunctionsOptions = {
  /** The checkout's root: functions lie in supabase/functions, deno's cache in .cache/deno. */
  root: string;
  /** Holds the log (`functions.log`) and the list of process ids. */
  dataDir: string;
  /** The first function listens here, the next on the next port, and so on; a busy port is passed over. */
  firstPort: number;
  /** SUPABASE_URL and the keys, as hosted sets them. */
  env: Record<string, string>;
  log: (line: string) => void;
};

export type Functions = {
  /** Port of a function, undefined when there is none of that name. */
  portOf(name: string): number | undefined;
  isReady(name: string): boolean;
  readonly pids: number[];
  start(): Promise<void>;
  /** Ends all at once (SIGKILL); they stay down until start(). */
  kill(): Promise<void>;
  stop(): Promise<void>;
};

type Running = {
  name: string;
  port: number;
  child: ChildProcess | undefined;
  ready: boolean;
  attempt: number;
};

/** The deno program itself: its npm launcher would outlive a SIGKILL. */
function denoProgram(): string {
  const folder = dirname(createRequire(import.meta.url).resolve('deno/package.json'));
  const program = join(folder, process.platform === 'win32' ? 'deno.exe' : 'deno');
  return existsSync(program) ? program : 'deno';
}

/** Where deno keeps downloaded packages; inside the checkout, so that nothing depends on the home folder. */
export const denoEnv = (root: string): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] =>
        entry[1] !== undefined &&
        /^(path|home|lang|tmpdir|systemroot|.*proxy|npm_config_registry|ssl_.*|deno_.*)$/i.test(entry[0]),
    ),
  ),
  DENO_DIR: join(root, '.cache', 'deno'),
  DENO_NO_UPDATE_CHECK: '1',
  // Company networks often bring a certificate authority of their own.
  DENO_TLS_CA_STORE: 'mozilla,system',
  DO_NOT_TRACK: '1',
  NO_COLOR: '1',
});

/** Names of the functions: folders of supabase/functions with an index.ts. */
export async function functionNames(root: string): Promise<string[]> {
  const folder = join(root, 'supabase', 'functions');
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'index.ts')))
    .map((entry) => entry.name)
    .sort();
}

export async function createFunctions(options: FunctionsOptions): Promise<Functions> {
  const { root, dataDir, log } = options;
  const program = denoProgram();
  const pidFile = join(dataDir, 'functions.pid');
  const list: Running[] = (await functionNames(root)).map((name, index) => ({
    name,
    port: options.firstPort + index,
    child: undefined,
    ready: false,
    attempt: 0,
  }));
  let wanted = false;

  async function clearLeftovers(): Promise<void> {
    const text = await readFile(pidFile, 'utf8').catch(() => '');
    for (const pid of text.split('\n').map(Number)) {
      if (pid > 0 && isAlive(pid) && (await commandOf(pid)).includes('supabase/functions')) {
        process.kill(pid, 'SIGKILL');
        await waitForExit(pid, 5000);
      }
    }
    await rm(pidFile, { force: true });
  }

  const notePids = () =>
    writeFile(
      pidFile,
      list.flatMap((item) => (item.child?.pid === undefined ? [] : [item.child.pid])).join('\n'),
    );

  async function launch(item: Running): Promise<void> {
    if (await isListening(item.port)) item.port = await freePort();
    const folder = join(root, 'supabase', 'functions', item.name);
    const config = join(folder, 'deno.json');
    const output = openSync(join(dataDir, 'functions.log'), 'a');
    const args = ['run', ...(existsSync(config) ? ['--config', config] : []), '--no-prompt', '--allow-net'];
    // `npm:` imports come from node_modules of the checkout: the first start needs no network.
    args.push('--allow-env', '--allow-sys', '--node-modules-dir=manual', join(folder, 'index.ts'));
    const child = spawn(program, args, {
      cwd: root,
      detached: true,
      stdio: ['ignore', output, output],
      env: { ...denoEnv(root), ...options.env, DENO_SERVE_ADDRESS: `tcp:127.0.0.1:${item.port}` },
    });
    item.child = child;
    child.once('exit', () => {
      if (item.child === child) item.child = undefined;
      item.ready = false;
      if (!wanted) return;
      log(
        `function ${item.name} ended unexpectedly; starting it again (its log: ${join(dataDir, 'functions.log')})`,
      );
      void relaunch(item);
    });
    child.once('error', (error) => log(`function ${item.name}: ${error.message}`));
    await notePids();
    while (item.child === child && !(await isListening(item.port))) await delay(25);
    if (item.child !== child) return;
    item.ready = true;
    item.attempt = 0;
  }

  async function relaunch(item: Running): Promise<void> {
    await delay(backoff(item.attempt++));
    if (wanted && item.child === undefined) await launch(item);
  }

  async function end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    wanted = false;
    await Promise.all(
      list.map(async ({ child }) => {
        if (child?.pid === undefined || child.exitCode !== null) return;
        const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
        child.kill(signal);
        const late = setTimeout(() => child.kill('SIGKILL'), 3000);
        await gone;
        clearTimeout(late);
      }),
    );
    await rm(pidFile, { force: true });
  }

  return {
    portOf: (name) => list.find((item) => item.name === name)?.port,
    isReady: (name) => list.some((item) => item.name === name && item.ready),
    get pids() {
      return list.flatMap((item) => (item.child?.pid === undefined ? [] : [item.child.pid]));
    },
    async start() {
      if (wanted) return;
      await mkdir(dataDir, { recursive: true });
      await clearLeftovers();
      wanted = true;
      await Promise.all(list.map(launch));
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}
