import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isolatedDeclarationSync } from 'rolldown/experimental';

const room = join(import.meta.dirname, '..');

/** The types of the package: for each file of ours the file that declares it, beside the script of the same name. */
const declared = {
  'loader/index.ts': 'index.d.ts',
  'public.ts': 'public.d.ts',
  'package/react.ts': 'react.d.ts',
  'package/vue.ts': 'vue.d.ts',
};

/** What one of our files imports from, as the package names it. */
const places: Record<string, string> = {
  '../public.ts': './public.js',
  './strings.ts': './strings.js',
};

/** Writes the types of the package into `outDir`. */
export async function writeDeclarations(outDir: string): Promise<void> {
  for (const [file, name] of Object.entries(declared)) {
    const path = join(room, file);
    const { code, errors } = isolatedDeclarationSync(path, readFileSync(path, 'utf8'));
    if (errors.length > 0)
      throw new Error(`${file} cannot be declared: ${errors.map(({ message }) => message).join(' ')}`);
    const text = code.replace(/from ["'](\.[^"']+)["']/g, (_, from: string) => {
      const place = places[from];
      if (!place) throw new Error(`${file} declares something of ${from}, which is not in the package`);
      return `from '${place}'`;
    });
    writeFileSync(join(outDir, name), text);
  }
  // A script for its effects alone.
  writeFileSync(join(outDir, 'hearback.d.ts'), 'export {};\n');
  const keys = (await stringKeys()).map((key) => `\n  | '${key}'`).join('');
  writeFileSync(
    join(outDir, 'strings.d.ts'),
    `/** \`<catalogue>.<name>\` of every text of the widget. */\nexport type StringKey =${keys};\n`,
  );
}

/** The names of all texts of the widget, as widget/strings.ts describes them; so the package needs no catalogue. */
export async function stringKeys(): Promise<string[]> {
  const file = join(room, 'strings.ts');
  const text = readFileSync(file, 'utf8');
  const imported = new Map(
    [...text.matchAll(/^import type (\w+) from '(.+)';$/gm)].map(([, name, from]) => [name, from]),
  );
  const keys: string[] = [];
  for (const [, catalogue, types = ''] of text.matchAll(/^ {2}(\w+): (typeof .+);$/gm))
    for (const [, name] of types.matchAll(/typeof (\w+)/g)) {
      const from = imported.get(name);
      if (!from) throw new Error(`${file} does not say where ${name} comes from`);
      const { default: texts }: { default: object } = await import(pathToFileURL(join(room, from)).href);
      for (const key of Object.keys(texts)) keys.push(`${catalogue}.${key}`);
    }
  return keys;
}
