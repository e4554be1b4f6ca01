// The whole of Hearback on this computer: stack, demo company, widget, extension, inbox, demo product.
import { createHmac } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { portTaken } from '../../supabase/local/api.ts';
import { demoProjectId, demoProjectKey } from '../../supabase/local/demo.ts';
import { freePort, isListening, StackError } from '../../supabase/local/processes.ts';
import { seed } from '../../supabase/local/seed.ts';
import { type Stack, type StackOptions, startStack } from '../../supabase/local/stack.ts';
import { type BuildName, builds, ensureBuilt } from '../builds.ts';
import { root } from '../commands.ts';
import { serveDemo } from './demo.ts';
import { serveBuiltInbox, serveInboxSources } from './inbox.ts';

export type EverythingOptions = Pick<
  StackOptions,
  'dataDir' | 'apiPort' | 'pgPort' | 'functionsPort' | 'persistent'
> & {
  inboxPort: number;
  demoPort: number;
  /** Which build of the extension to have ready. */
  extension: BuildName;
  /** 'sources': through Vite, with changes at once; 'built': dist/inbox, as it is shipped. */
  inbox: 'sources' | 'built';
  /** Told, in a few words, what is being done. */
  log: (line: string) => void;
};

export type Everything = {
  stack: Stack;
  demoUrl: string;
  inboxUrl: string;
  /** Absolute; the folder to load as an unpacked extension. */
  extensionDir: string;
  /** Ends everything in order. */
  stop(): Promise<void>;
};

/** Fills a new database with the demo company, once. */
async function seedOnce(stack: Stack, log: (line: string) => void): Promise<void> {
  const mark = join(stack.dataDir, 'seeded');
  if (existsSync(mark)) return;
  log('filling in the demo company');
  await seed(stack);
  await writeFile(mark, `${new Date().toISOString()}\n`);
}

/** Lets the demo product's origin use the demo project's key where it is not served on its usual port. */
async function allowOrigin(stack: Stack, origin: string): Promise<void> {
  const sql = postgres(stack.dbUrl, { max: 1 });
  try {
    await sql`update public.projects set allowed_origins = array_append(allowed_origins, ${origin}::text)
      where id = ${demoProjectId} and not ${origin}::text = any (allowed_origins)`;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** What the demo product's server does to sign its users in; with the secret as it stands now, an owner may change it. */
async function signWith(stack: Stack, userId: string): Promise<string> {
  const sql = postgres(stack.dbUrl, { max: 1 });
  try {
    const [row] = await sql<{ secret: string }[]>`
      select secret from private.project_secrets where project_id = ${demoProjectId}`;
    const time = Math.floor(Date.now() / 1000);
    const hmac = createHmac('sha256', row?.secret ?? '').update(`${time}.${userId}`);
    return `t=${time},v1=${hmac.digest('hex')}`;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Starts all of it; on a fault, ends what it had started and rejects. */
export async function startEverything(options: EverythingOptions): Promise<Everything> {
  const { log, inboxPort, demoPort } = options;
  const inboxUrl = `http://127.0.0.1:${inboxPort}`;
  const demoUrl = `http://127.0.0.1:${demoPort}`;
  for (const port of [options.apiPort, inboxPort, demoPort])
    if (await isListening(port)) throw new StackError(portTaken(port));
  const running: { stop(): Promise<void> }[] = [];
  const stop = async () => {
    for (const part of running.splice(0).reverse())
      await part.stop().catch((error: unknown) => log(String(error)));
  };
  const build = async (name: BuildName) => {
    if (await ensureBuilt(name)) log(`built the ${name}`);
  };
  const prepare = async () => {
    await build('widget');
    await build(options.extension);
    if (options.inbox === 'built') await build('inbox');
  };
  const prepared = prepare();
  // A failed build is reported below; until then it must not count as unhandled.
  prepared.catch(() => {});
  try {
    log('starting the database and the API');
    const stack = await startStack({ ...options, siteUrl: inboxUrl });
    running.push(stack);
    await seedOnce(stack, log);
    await allowOrigin(stack, demoUrl);
    const installation = { name: 'Lanternway', apiUrl: stack.apiUrl, publishableKey: stack.publishableKey };
    if (options.inbox === 'sources') running.push(await serveInboxSources(inboxPort, installation));
    await prepared;
    if (options.inbox === 'built') running.push(await serveBuiltInbox(inboxPort, installation));
    running.push(
      await serveDemo({
        port: demoPort,
        apiUrl: stack.apiUrl,
        projectKey: demoProjectKey,
        sign: (userId) => signWith(stack, userId),
      }),
    );
    return { stack, demoUrl, inboxUrl, extensionDir: join(root, builds[options.extension].output), stop };
  } catch (error) {
    await prepared.catch(() => {});
    await stop();
    throw error;
  }
}

/**
 * Starts all of it as it is shipped, on free ports and with data that goes away with stop(): for tests,
 * benchmarks and pictures, beside an `npm start` that may be running.
 */
export async function startThrowaway(extension: BuildName, log: (line: string) => void): Promise<Everything> {
  return startEverything({
    dataDir: await mkdtemp(join(tmpdir(), 'hearback-')),
    apiPort: await freePort(),
    pgPort: await freePort(),
    functionsPort: await freePort(),
    inboxPort: await freePort(),
    demoPort: await freePort(),
    extension,
    inbox: 'built',
    persistent: false,
    log,
  });
}
