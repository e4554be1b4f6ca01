// The secrets of one installation: made once, kept in its data folder, never in the repository.
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateApiKey } from '@supabase/lite';
import { z } from 'zod';

const Secrets = z.object({
  /** Signs access tokens (HS256). */
  jwtSecret: z.string().min(32),
  /** Of the PostgreSQL roles `supabase_admin` and `postgres`. */
  databasePassword: z.string().min(16),
  publishableKey: z.string().startsWith('sb_publishable_'),
  serviceRoleKey: z.string().startsWith('sb_secret_'),
});
export type Secrets = z.infer<typeof Secrets>;

/** Reads the data folder's secrets; makes and stores them (readable by the owner alone) the first time. */
export async function loadSecrets(dataDir: string): Promise<Secrets> {
  const path = join(dataDir, 'secrets.json');
  const stored = await readFile(path, 'utf8').catch(() => undefined);
  if (stored !== undefined) {
    const parsed = Secrets.safeParse(JSON.parse(stored));
    if (parsed.success) return parsed.data;
    throw new Error(`${path} is damaged. Put it back from a backup, or start over with: npm run reset`);
  }
  const secrets: Secrets = {
    jwtSecret: randomBytes(48).toString('base64url'),
    databasePassword: randomBytes(24).toString('base64url'),
    publishableKey: (await generateApiKey('publishable')).key,
    serviceRoleKey: (await generateApiKey('secret')).key,
  };
  await mkdir(dataDir, { recursive: true });
  await writeFile(path, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return secrets;
}
