import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The package.json of the package. Nothing of it is CommonJS; bundlers and Node from 20 on import it. */
export function manifest() {
  const root: { version: string; license: string } = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'),
  );
  const module = (name: string) => ({ types: `./${name}.d.ts`, default: `./${name}.js` });
  return {
    name: 'hearback',
    version: root.version,
    description: 'The feedback widget of Hearback.',
    license: root.license,
    type: 'module',
    exports: {
      '.': module('index'),
      './react': module('react'),
      './vue': module('vue'),
      './hearback.js': { types: './hearback.d.ts', default: './hearback.js' },
      './integrity.json': './integrity.json',
      './package.json': './package.json',
    },
    types: './index.d.ts',
    files: ['*.js', '*.d.ts', '*.map', 'integrity.json', 'chunks'],
    sideEffects: ['./hearback.js'],
    peerDependencies: { react: '>=18', vue: '>=3.4' },
    peerDependenciesMeta: { react: { optional: true }, vue: { optional: true } },
  };
}
