import { copyFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, type InlineConfig, type Plugin, type Rollup } from 'vite';
import { writeDeclarations } from './package/declarations.ts';
import { integrityOf } from './package/integrity.ts';
import { manifest } from './package/manifest.ts';
import { bytesToOpen, scriptSizes } from './sizes.ts';

const here = import.meta.dirname;

/** What the loader fetches by itself; everything else is fetched by these. */
const rooms = {
  core: join(here, 'core/main.ts'),
  app: join(here, 'app/main.tsx'),
};
/** What is fetched by these for itself, under a name of its own. */
const more = {
  session: join(here, 'session/main.ts'),
  survey: join(here, 'survey/main.ts'),
  background: join(here, 'background/main.ts'),
};

/** What several rooms share goes by a few files, not by one for every combination. */
const groups = [
  { name: 'client', test: /\/widget\/client\/|\/after-visible\.ts/ },
  {
    name: 'form',
    test: /\/widget\/app\/(?!foot|languages|soon|hold-focus|later-words|home\/(waiting|team))|\/widget\/frame\/(?!words)|\/form\/(form|form-state|draft\/draft)\.ts|\/picture\/(attachments|clipboard)\.ts/,
  },
];

/**
 * Builds the widget into `outDir`: `hearback.js` for a script tag, `index.js` with wrappers, types and `package.json`
 * for an import, and `chunks/` that both fetch on intent, with their hashes in their names. `integrity.json` has the
 * hash of every script.
 *
 *     await buildWidget({ outDir: 'dist/widget' });
 */
export async function buildWidget(options: BuildOptions): Promise<void> {
  // Vite goes by this variable before its own mode, and a test runner sets it to something else.
  const { NODE_ENV: before } = process.env;
  process.env.NODE_ENV = 'production';
  try {
    await buildAll(options);
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

async function buildAll({ outDir, log = console.log }: BuildOptions): Promise<void> {
  const chunks = await run({
    outDir,
    emptyOutDir: true,
    lib: { entry: { ...rooms, ...more }, formats: ['es'] },
    rolldownOptions: {
      // What other rooms share with the core stays in its file, which is there before theirs.
      preserveEntrySignatures: 'allow-extension',
      output: {
        entryFileNames: 'chunks/[name]-[hash].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        minify: true,
        // What a bundler of today could leave out is left out already.
        comments: { legal: true, annotation: false, jsdoc: false },
        codeSplitting: { groups },
      },
    },
  });
  const fileOf = (room: keyof typeof rooms) => {
    const chunk = chunks.find((each) => each.isEntry && each.facadeModuleId === rooms[room]);
    if (!chunk) throw new Error(`the build of the widget has no chunk for ${room}`);
    return `./${chunk.fileName}`;
  };
  const files = { core: fileOf('core'), app: fileOf('app') };

  await run({
    outDir,
    emptyOutDir: false,
    define: { __ROOMS__: JSON.stringify([files.core, files.app]) },
    lib: { entry: join(here, 'loader/script.ts'), formats: ['iife'], name: 'unused' },
    plugins: [ascii],
    rolldownOptions: { output: { entryFileNames: 'hearback.js' } },
  });
  await run({
    outDir,
    emptyOutDir: false,
    plugins: [roomsBeside(files)],
    lib: { entry: join(here, 'loader/index.ts'), formats: ['es'] },
    rolldownOptions: { output: { entryFileNames: 'index.js', minify: true } },
  });
  await run({
    outDir,
    emptyOutDir: false,
    plugins: [packageBeside],
    lib: {
      entry: { react: join(here, 'package/react.ts'), vue: join(here, 'package/vue.ts') },
      formats: ['es'],
    },
    rolldownOptions: { external: ['react', 'vue'], output: { entryFileNames: '[name].js' } },
  });
  await writeDeclarations(outDir);
  copyFileSync(join(here, 'package/README.md'), join(outDir, 'README.md'));
  copyFileSync(join(here, '../LICENSE'), join(outDir, 'LICENSE'));
  const json = { 'package.json': manifest(), 'integrity.json': integrityOf(outDir) };
  for (const [file, content] of Object.entries(json))
    writeFileSync(join(outDir, file), `${JSON.stringify(content, null, 2)}\n`);
  for (const line of sizes(outDir)) log(line);
}

export interface BuildOptions {
  outDir: string;
  /** Takes each line of the table of sizes. */
  log?: (line: string) => void;
}

type Step = Pick<NonNullable<InlineConfig['build']>, 'lib' | 'rolldownOptions' | 'emptyOutDir'> &
  Pick<InlineConfig, 'define' | 'plugins'> & { outDir: string };

async function run({ define, plugins, ...step }: Step): Promise<Rollup.OutputChunk[]> {
  const result = await build({
    configFile: false,
    root: here,
    base: './',
    logLevel: 'warn',
    resolve: { alias: { 'preact/jsx-runtime': join(here, 'frame/jsx.ts') } },
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"', ...define },
    ...(plugins ? { plugins } : {}),
    build: {
      target: 'es2022',
      // Or light-dark() is rewritten into something that knows no `data-theme`.
      cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
      sourcemap: true,
      modulePreload: false,
      reportCompressedSize: false,
      ...step,
    },
  });
  const outputs = Array.isArray(result) ? result : 'output' in result ? [result] : [];
  return outputs.flatMap((each) => each.output).filter((each) => each.type === 'chunk');
}

/** A classic script is read in the page's encoding, which may not be UTF-8. */
const ascii: Plugin = {
  name: 'hearback-ascii',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      chunk.code = chunk.code.replace(
        /[^\0-\x7f]/g,
        (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
    }
  },
};

/** In the package the rooms are imported by the names that the first step gave them, so that a bundler can follow. */
function roomsBeside(files: Record<keyof typeof rooms, string>): Plugin {
  return {
    name: 'hearback-rooms',
    enforce: 'pre',
    async resolveId(source, importer) {
      const found = await this.resolve(source, importer, { skipSelf: true });
      for (const room of Object.keys(rooms) as (keyof typeof rooms)[]) {
        if (found?.id === rooms[room]) return { id: files[room], external: true };
      }
      return null;
    },
  };
}

/** The wrappers for frameworks import the package itself. */
const packageBeside: Plugin = {
  name: 'hearback-package',
  enforce: 'pre',
  resolveId: (source) => (source === '../loader/index.ts' ? { id: './index.js', external: true } : null),
};

function sizes(outDir: string): string[] {
  const line = (what: string, gzip: number) =>
    `  ${what.padEnd(36)} ${gzip.toLocaleString('en').padStart(8)} bytes gzip`;
  return [
    ...scriptSizes(outDir).map(({ file, gzip }) => line(basename(file), gzip)),
    line('to open the panel with the form', bytesToOpen(outDir, 'core', 'app')),
  ];
}

if (import.meta.main) await buildWidget({ outDir: join(here, '../dist/widget') });
