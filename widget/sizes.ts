import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes of every script as sent: gzip, level 9, without source maps. */
export function scriptSizes(outDir: string): { file: string; gzip: number }[] {
  const scripts = [
    'hearback.js',
    'index.js',
    ...readdirSync(join(outDir, 'chunks')).map((f) => `chunks/${f}`),
  ];
  return scripts
    .filter((file) => file.endsWith('.js'))
    .map((file) => ({ file, gzip: gzipSync(readFileSync(join(outDir, file)), { level: 9 }).length }));
}

/** Bytes, gzip, of all that is fetched before rooms can be shown: their chunks and what those import. */
export function bytesToOpen(outDir: string, ...rooms: ('core' | 'app' | 'survey' | 'background')[]): number {
  const all = new Map(scriptSizes(outDir).map(({ file, gzip }) => [file, gzip]));
  const wanted = [...all.keys()].filter((file) => rooms.some((room) => file.startsWith(`chunks/${room}-`)));
  const seen = new Set<string>();
  for (const file of wanted) {
    if (seen.has(file)) continue;
    seen.add(file);
    const code = readFileSync(join(outDir, file), 'utf8');
    for (const [, name] of code.matchAll(/(?:from|import)\s*["'`]\.\/([\w-]+\.js)["'`]/g)) {
      wanted.push(`chunks/${name}`);
    }
  }
  return [...seen].reduce((sum, file) => sum + (all.get(file) ?? 0), 0);
}
