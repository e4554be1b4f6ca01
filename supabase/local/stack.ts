// The embedded stack: PostgreSQL, @supabase/lite and the functions behind one origin, without Docker or account.
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { portTaken, serveApi } from './api.ts';
import { applyMigrations } from './database/migrations.ts';
import { preparePlatform } from './database/platform.ts';
import { createPostgres } from './database/postgres.ts';
import { createFunctions } from './functions.ts';
import { startLite } from './lite/lite.ts';
import { isListening, StackError } from './processes.ts';
import { loadSecrets } from './secrets.ts';
import { type CreateUser, userMaker } from './users.ts';

export type StackOptions = {
  /** Absolute. Everything the stack keeps lies in here: database, files, secrets, logs. */
  dataDir: string;
  apiPort: number;
  pgPort: number;
  /** First of as many ports as there are functions. */
  functionsPort: number;
  /** false: stop() deletes dataDir, and the database does not wait for the disk. */
  persistent: boolean;
  /** Absolute; by default the project's supabase/migrations. */
  migrationsDir?: string;
  /** Where functions, shared/ and the deno cache are found; by default this checkout. */
  root?: string;
  /** Added to the functions' environment. */
  functionsEnv?: Record<string, string>;
  /** Where mails' links lead; by default the inbox on port 5173. */
  siteUrl?: string;
  /** Told, in a few words, what is being done. */
  log?: (line: string) => void;
};

export type Stack = {
  apiUrl: string;
  /** As the role `postgres`, which owns the tables, as on hosted Supabase. */
  dbUrl: string;
  /** As the superuser; for tests and the stack itself. */
  adminDbUrl: string;
  publishableKey: string;
  serviceRoleKey: string;
  jwtSecret: string;
  dataDir: string;
  /** Versions of the migrations applied in this start; all of them on a new database. */
  applied: string[];
  readonly isNew: boolean;
  readonly postgresPid: number | undefined;
  readonly functionsPids: number[];
  createUser: CreateUser;
  /** Call after the schema changed behind the stack's back. */
  reloadSchema(): Promise<void>;
  killPostgres(): Promise<void>;
  startPostgres(): Promise<void>;
  killFunctions(): Promise<void>;
  startFunctions(): Promise<void>;
  restartFunctions(): Promise<void>;
  /** Ends everything in order. Safe to call twice. */
  stop(): Promise<void>;
};

const checkout = fileURLToPath(new URL('../..', import.meta.url));

/** Starts the stack; on a fault, ends what it had started and rejects. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { dataDir, apiPort, pgPort, log = () => {} } = options;
  const root = options.root ?? checkout;
  const undo: (() => Promise<unknown>)[] = [];
  const unwind = async () => {
    for (const step of undo.splice(0).reverse()) await step().catch((error: unknown) => log(String(error)));
  };
  try {
    if (await isListening(apiPort)) throw new StackError(portTaken(apiPort));
    await mkdir(dataDir, { recursive: true });
    if (!options.persistent) undo.push(() => rm(dataDir, { recursive: true, force: true }));
    const secrets = await loadSecrets(dataDir);
    const urlOf = (role: string) =>
      `postgres://${role}:${secrets.databasePassword}@127.0.0.1:${pgPort}/postgres`;
    const dbUrl = urlOf('postgres');
    const adminDbUrl = urlOf('supabase_admin');
    const apiUrl = `http://127.0.0.1:${apiPort}`;

    let databaseEnded = () => {};
    const database = await createPostgres({
      dataDir,
      port: pgPort,
      password: secrets.databasePassword,
      durable: options.persistent,
      log,
      onExit: () => databaseEnded(),
    });
    undo.push(() => database.stop());
    await database.start();

    const admin = postgres(adminDbUrl, { max: 2, idle_timeout: 20, onnotice: () => {} });
    undo.push(() => admin.end({ timeout: 1 }));
    await preparePlatform(admin, secrets.databasePassword);

    const owner = postgres(dbUrl, { max: 1, onnotice: () => {} });
    const recorded = await owner<{ count: number }[]>`
      select count(*)::int as count from supabase_migrations.schema_migrations`;
    const isNew = recorded[0]?.count === 0;
    const folder = options.migrationsDir ?? join(root, 'supabase', 'migrations');
    const applied = await applyMigrations(owner, folder).finally(() => owner.end({ timeout: 1 }));
    if (applied.length > 0) log(`applied ${applied.length} migrations`);

    const functions = await createFunctions({
      root,
      dataDir,
      firstPort: options.functionsPort,
      log,
      env: {
        SUPABASE_URL: apiUrl,
        SUPABASE_ANON_KEY: secrets.publishableKey,
        SUPABASE_SERVICE_ROLE_KEY: secrets.serviceRoleKey,
        SUPABASE_DB_URL: dbUrl,
        ...options.functionsEnv,
      },
    });
    undo.push(() => functions.stop());
    const functionsStarted = functions.start();

    const siteUrl = options.siteUrl ?? 'http://127.0.0.1:5173';
    const filesDir = join(dataDir, 'files');
    const lite = await startLite(
      { apiUrl, dbUrl: adminDbUrl, filesDir, siteUrl, secrets },
      join(dataDir, 'api.log'),
    );
    undo.push(() => lite.stop());
    databaseEnded = () => void lite.restart();

    const server = await serveApi({
      port: apiPort,
      litePort: () => (database.running ? lite.port : undefined),
      functionPort: (name) => {
        const port = functions.portOf(name);
        return port === undefined || functions.isReady(name) ? port : null;
      },
    });
    undo.push(async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    });
    await functionsStarted;

    return {
      apiUrl,
      dbUrl,
      adminDbUrl,
      publishableKey: secrets.publishableKey,
      serviceRoleKey: secrets.serviceRoleKey,
      jwtSecret: secrets.jwtSecret,
      dataDir,
      applied,
      isNew,
      get postgresPid() {
        return database.pid;
      },
      get functionsPids() {
        return functions.pids;
      },
      createUser: userMaker(admin, apiUrl, secrets.publishableKey),
      reloadSchema: () => lite.clearSchemaCache(),
      killPostgres: () => database.kill(),
      startPostgres: () => database.start(),
      killFunctions: () => functions.kill(),
      startFunctions: () => functions.start(),
      restartFunctions: async () => {
        await functions.stop();
        await functions.start();
      },
      stop: unwind,
    };
  } catch (error) {
    await unwind();
    throw error;
  }
}
