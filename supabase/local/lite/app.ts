// @supabase/lite as this project runs it: REST, Auth and Storage over the embedded PostgreSQL.
import { App, InMemoryEmailDriver, setExperimental } from '@supabase/lite';
import { createPostgresConnection } from '@supabase/lite/postgres';
import type { Secrets } from '../secrets.ts';
import { fileAdapter } from './files.ts';
import { adaptStorageAnswer, asDownload, prepareUpload, signMany } from './storage.ts';

export type LiteOptions = {
  apiUrl: string;
  dbUrl: string;
  filesDir: string;
  siteUrl: string;
  secrets: Secrets;
};

export type LiteApp = {
  fetch(request: Request, peerAddress: string | null): Promise<Response>;
  /** Call after tables, columns or functions changed: lite caches what it found. */
  clearSchemaCache(): Promise<void>;
};

// lite turns a function's json arguments into text and the driver would turn that text into JSON once more, so that
// the function would get a JSON string where an object was sent.
const jsonOnce = (oid: number) => ({
  to: oid,
  from: [oid],
  serialize: (value: unknown) => (typeof value === 'string' && isJson(value) ? value : JSON.stringify(value)),
  parse: (text: string): unknown => JSON.parse(text),
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Times as PostgREST writes them, 2026-01-31T12:00:00.5+00:00, where lite passes on PostgreSQL's own form. */
const isoTimes = {
  to: 1184,
  from: [1184],
  serialize: (time: string) => time,
  parse: (time: string) =>
    time.replace(
      /^(\d{4,}-\d\d-\d\d) (\S+?)([+-]\d\d)(:\d\d)?$/,
      (_, day, clock, hours, minutes) => `${day}T${clock}${hours}${minutes ?? ':00'}`,
    ),
};

export async function createLiteApp({ dbUrl, filesDir, siteUrl, secrets }: LiteOptions): Promise<LiteApp> {
  setExperimental('storage', true);
  const connection = createPostgresConnection({
    url: dbUrl,
    postgresOptions: {
      max: 10,
      connect_timeout: 5,
      idle_timeout: 60,
      onnotice: () => {},
      types: { timestamptz: isoTimes, json: jsonOnce(114), jsonb: jsonOnce(3802) },
    },
  });
  // On the first query lite would grant every privilege on every table to anon and authenticated as soon as
  // one table has row-level security, and so undo the grants of the migrations. Marked as done, it does not.
  Object.assign(connection, { rlsState: 'active' });
  const app = new App({
    connection,
    auth: {
      enabled: true,
      jwt_secret: secrets.jwtSecret,
      publishable_key: secrets.publishableKey,
      secret_key: secrets.serviceRoleKey,
      site_url: siteUrl,
      minimum_password_length: 8,
    },
    storage: { enabled: true },
    options: {
      // Admin mode would run requests without a key as service_role.
      server: { admin: false, disableStudio: true, disableFallback: true },
      drivers: { email: new InMemoryEmailDriver() },
    },
  });
  app._storageAdapter = fileAdapter(filesDir);
  await app.init();

  const uploadLimit = async (bucket: string) => {
    const rows = await connection.driver<{ limit: number | bigint | null }[]>`
      select file_size_limit as "limit" from storage.buckets where id = ${bucket}`;
    const limit = rows[0]?.limit;
    return typeof limit === 'bigint' ? Number(limit) : limit;
  };

  return {
    async fetch(request, peerAddress) {
      const pass = (onward: Request) => app.fetch(onward, { peerAddress });
      if (!new URL(request.url).pathname.startsWith('/storage/v1/')) return await pass(request);
      const prepared = await prepareUpload(request, uploadLimit);
      if (prepared instanceof Response) return prepared;
      const list = await signMany(prepared, pass);
      return list ?? asDownload(request, await adaptStorageAnswer(await pass(prepared)));
    },
    clearSchemaCache: async () => {
      await connection.clearSchemaCache();
    },
  };
}
