import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isNode, lineOf, type Node, parse, root, type SourceFile, sources, walk } from './sources.ts';

type Phrases = Record<string, unknown>;

const rooms = globSync('shared/i18n/**/en.ts', { cwd: root })
  .map((path) => path.slice('shared/i18n/'.length, -'/en.ts'.length))
  .sort();

async function catalogue(room: string, locale: string): Promise<Phrases> {
  const module: { default: Phrases } = await import(join(root, 'shared/i18n', room, `${locale}.ts`));
  return module.default;
}

/** Every text of a catalogue by its key; plural forms as `key.category`, nested groups as `group.key`. */
function texts(phrases: Phrases, prefix = ''): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, phrase] of Object.entries(phrases)) {
    if (typeof phrase === 'string') all.set(prefix + key, phrase);
    else if (typeof phrase === 'object' && phrase !== null) {
      for (const [name, text] of texts({ ...phrase }, `${prefix}${key}.`)) all.set(name, text);
    }
  }
  return all;
}

const pluralForm = /\.(zero|one|two|few|many|other)$/;
const keys = (all: Map<string, string>) =>
  new Set([...all.keys()].map((name) => name.replace(pluralForm, '')));
const slots = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe('both languages say everything', () => {
  test('there are catalogues', () => expect(rooms.length).toBeGreaterThan(3));

  test.each(rooms)('%s: en and zh-CN have the same keys', async (room) => {
    const en = texts(await catalogue(room, 'en'));
    const zh = texts(await catalogue(room, 'zh-CN'));
    expect(keys(zh)).toEqual(keys(en));
  });

  test.each(rooms)('%s: no text is empty and a translation has the slots of its source', async (room) => {
    const en = texts(await catalogue(room, 'en'));
    const zh = texts(await catalogue(room, 'zh-CN'));
    for (const [name, text] of [...en, ...zh]) expect(text.trim(), name).not.toBe('');
    for (const [name, text] of zh) {
      // "1 message" may leave its number out, so plural forms are compared by `other`.
      const source = en.get(name.replace(pluralForm, '.other')) ?? en.get(name);
      if (source !== undefined && !/\.(zero|one|two|few|many)$/.test(name)) {
        expect(slots(text), name).toEqual(slots(source));
      }
    }
  });

  test.each(rooms)('%s: the Chinese catalogue is Chinese', async (room) => {
    const en = texts(await catalogue(room, 'en'));
    const same = [...texts(await catalogue(room, 'zh-CN'))].filter(
      ([name, text]) => text === en.get(name) && /[a-z]{3,} [a-z]{3,}/i.test(text),
    );
    expect(same).toEqual([]);
  });
});

/** Attributes whose text a person sees or hears. */
const spoken = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'title',
  'placeholder',
  'alt',
  'label',
  'hint',
]);

const words = (text: string) => /\p{L}{2,}/u.test(text);

/** What a view says in no catalogue: JSX text with words in it, and spoken attributes with a literal. */
function hardCoded(file: SourceFile): string[] {
  const found: string[] = [];
  const say = (node: Node, text: unknown) => {
    if (typeof text === 'string' && words(text)) {
      found.push(`${file.path}:${lineOf(file.text, Number(node.start))} "${text.trim()}"`);
    }
  };
  const literal = (value: unknown) => {
    if (!isNode(value)) return;
    if (value.type === 'Literal') say(value, value.value);
    if (value.type === 'TemplateLiteral' && Array.isArray(value.quasis)) {
      for (const part of value.quasis)
        if (isNode(part)) say(part, file.text.slice(Number(part.start), Number(part.end)));
    }
    if (value.type === 'ConditionalExpression')
      for (const side of [value.consequent, value.alternate]) literal(side);
    if (value.type === 'LogicalExpression') literal(value.right);
  };
  walk(parse(file), (node) => {
    if (node.type === 'JSXText') say(node, node.value);
    if (node.type === 'JSXElement' && Array.isArray(node.children)) {
      for (const child of node.children) {
        if (isNode(child) && child.type === 'JSXExpressionContainer') literal(child.expression);
      }
    }
    if (node.type === 'JSXAttribute' && isNode(node.name) && spoken.has(String(node.name.name))) {
      const value = node.value;
      literal(isNode(value) && value.type === 'JSXExpressionContainer' ? value.expression : value);
    }
  });
  return found;
}

describe('views take their words from the catalogues', () => {
  const views = sources(['shared', 'widget', 'inbox', 'extension'], ['tsx']);

  test('there are views', () => expect(views.length).toBeGreaterThan(10));

  test('no view holds a text of its own', () => expect(views.flatMap(hardCoded)).toEqual([]));

  test('the check sees text, attributes and alternatives', () => {
    const text = `const a = <p title="Close it" class="plain words">{ok ? 'Hello there' : null} World</p>;`;
    expect(hardCoded({ path: 'probe.tsx', text })).toHaveLength(3);
  });
});
