import { build } from 'vite';

/**
 * Bundles a file into one classic script, minified as it would be shipped.
 * @param entry path of the file
 * @param root folder where its bare imports are looked up
 */
export async function script(entry: string, root: string): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { write: false, target: 'es2022', lib: { entry, formats: ['iife'], name: 'page' } },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) =>
    'output' in one ? one.output : [],
  );
  const chunk = outputs.find((output) => output.type === 'chunk');
  if (!chunk) throw new Error(`${entry} gave no script`);
  return chunk.code;
}
