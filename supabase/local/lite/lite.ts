// The thread that serves REST, Auth and Storage: started, replaced after a fault, ended.
import { createWriteStream } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { backoff, delay } from '../processes.ts';
import type { LiteOptions } from './app.ts';

export type Lite = {
  /** Where it listens; undefined while it is down. */
  readonly port: number | undefined;
  /** Call after tables, columns or functions changed. */
  clearSchemaCache(): Promise<void>;
  /** Drops all connections and what is known of the schema; for after PostgreSQL went away. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

/** @param logFile gets what lite writes to the console, such as each refused query */
export async function startLite(options: LiteOptions, logFile: string): Promise<Lite> {
  const output = createWriteStream(logFile, { flags: 'a' });
  let worker: Worker | undefined;
  let port: number | undefined;
  let wanted = true;
  let attempt = 0;

  async function launch(): Promise<void> {
    const started = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: options,
      env: { ...process.env, DO_NOT_TRACK: '1' },
      stdout: true,
      stderr: true,
    });
    worker = started;
    started.stdout.on('data', (chunk) => output.write(chunk));
    started.stderr.on('data', (chunk) => output.write(chunk));
    started.on('error', (error) => output.write(`${error instanceof Error ? error.stack : String(error)}\n`));
    await new Promise<void>((resolve) => {
      started.on('message', (message: { port?: number }) => {
        if (message.port === undefined || worker !== started) return;
        port = message.port;
        attempt = 0;
        resolve();
      });
      started.once('exit', () => {
        resolve();
        if (worker !== started) return;
        worker = undefined;
        port = undefined;
        if (wanted) void relaunch();
      });
    });
  }

  async function relaunch(): Promise<void> {
    await delay(backoff(attempt++));
    if (wanted && worker === undefined) await launch();
  }

  async function end(): Promise<void> {
    const ending = worker;
    worker = undefined;
    port = undefined;
    await ending?.terminate();
  }

  await launch();
  if (port === undefined) {
    wanted = false;
    throw new Error(`The API did not start. Its log: ${logFile}`);
  }
  return {
    get port() {
      return port;
    },
    async clearSchemaCache() {
      const current = worker;
      if (current === undefined) return;
      await new Promise<void>((resolve) => {
        current.once('message', () => resolve());
        current.once('exit', () => resolve());
        current.postMessage('clear');
      });
    },
    async restart() {
      await end();
      if (wanted) await launch();
    },
    async stop() {
      wanted = false;
      await end();
      output.end();
    },
  };
}
