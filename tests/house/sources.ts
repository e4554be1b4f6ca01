import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vite';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export type SourceFile = { path: string; text: string };

/** The project's own source files below `folders`, tests left out. Paths are relative to the root. */
export function sources(folders: readonly string[], endings: readonly string[]): SourceFile[] {
  return folders
    .flatMap((folder) => endings.flatMap((ending) => globSync(`${folder}/**/*.${ending}`, { cwd: root })))
    .filter((path) => !/node_modules|\.output|\.wxt|\.test\.|\.d\.ts$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

export type Node = { type: string; [key: string]: unknown };

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** The syntax tree of a TypeScript file, JSX included. */
export function parse(file: SourceFile): Node {
  const tree: unknown = parseAst(file.text, { lang: file.path.endsWith('x') ? 'tsx' : 'ts' });
  if (!isNode(tree)) throw new Error(`${file.path} has no syntax tree`);
  return tree;
}

/** Calls `see` for every node below `node`, parents first. */
export function walk(node: Node, see: (node: Node) => void): void {
  see(node);
  for (const child of Object.values(node).flat()) if (isNode(child)) walk(child, see);
}

/** The files that `file` imports by a relative path, statically or dynamically, relative to the root. */
export function relativeImports(file: SourceFile): string[] {
  const found: string[] = [];
  walk(parse(file), (node) => {
    const source = node.source;
    if (isNode(source) && typeof source.value === 'string' && source.value.startsWith('.')) {
      found.push(relative(root, join(root, dirname(file.path), source.value)));
    }
  });
  return found;
}

export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
