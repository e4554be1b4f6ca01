// docs/widget.md names every option, method, event and error of the widget, and nothing that is none.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isNode, type Node, parse, root, walk } from './sources.ts';

const docs = readFileSync(join(root, 'docs/widget.md'), 'utf8');
const types = parse({ path: 'widget/public.ts', text: readFileSync(join(root, 'widget/public.ts'), 'utf8') });

/** The declaration of that name in widget/public.ts. */
function declared(name: string): Node {
  let found: Node | undefined;
  walk(types, (node) => {
    if (isNode(node.id) && node.id.name === name && /^TS(?:Interface|TypeAlias)Declaration$/.test(node.type))
      found = node;
  });
  if (!found) throw new Error(`widget/public.ts declares no ${name}`);
  return found;
}

/** The members of an interface, or the words of a union, in the order of the alphabet. */
function names(type: string): string[] {
  const declaration = declared(type);
  const members = isNode(declaration.body) ? [declaration.body.body].flat() : [];
  const keys = members.flatMap((member) => (isNode(member) && isNode(member.key) ? [member.key] : []));
  const alias = declaration.typeAnnotation;
  const words = isNode(alias)
    ? [alias.types].flat().flatMap((each) => (isNode(each) && isNode(each.literal) ? [each.literal] : []))
    : [];
  return [...keys, ...words].map((node) => String(node.name ?? node.value)).sort();
}

/** The first words in code of every row of the tables of the docs whose first column is called `heading`. */
function listed(heading: string): string[] {
  const tables = docs.matchAll(new RegExp(`^\\| ${heading} \\|.*\\n\\|[-| :]+\\|\\n((?:\\|.*\\n)+)`, 'gm'));
  const rows = [...tables].flatMap(([, body = '']) => body.trim().split('\n'));
  return rows.map((row) => /^\| `([\w:.-]+)/.exec(row)?.[1] ?? row).sort();
}

test.each([
  ['option', 'Options'],
  ['method', 'Hearback'],
  ['event', 'Events'],
  ['error', 'FailureCode'],
])('every %s is described, once', (heading, type) => {
  expect(names(type)).not.toEqual([]);
  expect(listed(heading)).toEqual(names(type));
});

test('every attribute of the script tag is an option', () => {
  const options = names('Options');
  for (const attribute of listed('attribute')) {
    const option = attribute
      .replace(/^data-/, '')
      .replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    expect(options, attribute).toContain(option);
  }
});
