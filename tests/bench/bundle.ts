import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';

/** Bytes after gzip at its best setting, as a CDN would serve them. */
export function gzipBytes(content: string | Uint8Array): number {
  return gzipSync(content, { level: 9 }).length;
}

/** 14336 → "14.0 KB". */
export function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}

/**
 * Bundles `code` for a browser, minified, and returns its chunks by file name.
 * @param folder where the bare imports of `code` are looked up
 * @param external packages that are already on the page
 */
export async function bundle(
  code: string,
  folder: string,
  external: string[] = [],
): Promise<Map<string, Rolldown.OutputChunk>> {
  const dir = await mkdtemp(join(tmpdir(), 'hearback-bench-'));
  const entry = join(folder, `.bench-entry-${basename(dir)}.ts`);
  try {
    await writeFile(entry, code);
    const result = await build({
      root: folder,
      base: './',
      configFile: false,
      logLevel: 'silent',
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        outDir: dir,
        write: false,
        minify: true,
        target: 'es2022',
        modulePreload: false,
        // As a library: no helper of Vite's around what is imported dynamically.
        lib: { entry, formats: ['es'], fileName: 'entry' },
        rolldownOptions: {
          external,
          preserveEntrySignatures: 'allow-extension',
          output: { minify: true, comments: false },
        },
      },
    });
    const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) =>
      'output' in one ? one.output : [],
    );
    return new Map(outputs.flatMap((output) => (output.type === 'chunk' ? [[output.fileName, output]] : [])));
  } finally {
    await rm(entry, { force: true });
    await rm(dir, { recursive: true, force: true });
  }
}

/**
 * The gzip bytes of `code` that a page loads at once: the entry and what it imports statically. Dynamic imports
 * are left out, as a page would not fetch them yet.
 */
export async function bundledGzip(code: string, folder: string, external: string[] = []): Promise<number> {
  return (await bundledParts(code, folder, external)).atOnce;
}

/** As `bundledGzip`, with what `code` imports dynamically beside it. */
export async function bundledParts(
  code: string,
  folder: string,
  external: string[] = [],
): Promise<{ atOnce: number; later: number }> {
  const chunks = await bundle(code, folder, external);
  const first = [...chunks.values()].filter((chunk) => chunk.isEntry).map((chunk) => chunk.fileName);
  const reached = new Set(first);
  for (const name of reached)
    for (const next of chunks.get(name)?.imports ?? []) if (chunks.has(next)) reached.add(next);
  const sum = (parts: Rolldown.OutputChunk[]) =>
    parts.reduce((bytes, { code: written }) => bytes + gzipBytes(written), 0);
  const all = [...chunks.values()];
  return {
    atOnce: sum(all.filter(({ fileName }) => reached.has(fileName))),
    later: sum(all.filter(({ fileName }) => !reached.has(fileName))),
  };
}
