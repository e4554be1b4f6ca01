import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installPeers, peersFolder } from '../peers.ts';

/** The part of `@tailwindcss/node` used here; the package is installed with the peers, out of the compiler's sight. */
type TailwindNode = {
  compile(
    css: string,
    options: { base: string; onDependency: (path: string) => void },
  ): Promise<{ build(candidates: string[]): string }>;
};

/** The style sheet that Tailwind 4 makes for the classes used in `html`. Words that are no class cost nothing. */
export async function compileTailwind(html: string): Promise<string> {
  installPeers();
  const path = createRequire(join(peersFolder, 'package.json')).resolve('@tailwindcss/node');
  const { compile }: TailwindNode = await import(pathToFileURL(path).href);
  const css =
    /<style type="text\/tailwindcss">([\s\S]*?)<\/style>/.exec(html)?.[1] ?? "@import 'tailwindcss';";
  const compiler = await compile(css, { base: peersFolder, onDependency: () => {} });
  return compiler.build([...new Set(html.split(/[\s"'<>=]+/))]);
}
