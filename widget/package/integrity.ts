import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The hash of every script in `outDir` by its path, as `integrity` attributes and import maps take it.
 * See https://www.w3.org/TR/SRI/.
 */
export function integrityOf(outDir: string): Record<string, string> {
  const scripts = readdirSync(outDir, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js'),
  );
  return Object.fromEntries(
    scripts
      .map((file) => file.replaceAll('\\', '/'))
      .sort()
      .map((file) => [
        file,
        `sha384-${createHash('sha384')
          .update(readFileSync(join(outDir, file)))
          .digest('base64')}`,
      ]),
  );
}
