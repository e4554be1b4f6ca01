import type { Resource, Resources } from '../resources/resources.ts';

export interface FontFaceSource {
  readonly rule: CSSFontFaceRule;
  readonly base: string;
}

/** A face as it will stand in the picture, once its file is there. */
export interface EmbeddedFont {
  css(): string;
}

/** The faces that the page has loaded, with their files: what it never asked for is not needed. */
export function embedFonts(
  doc: Document,
  sources: readonly FontFaceSource[],
  resources: Resources,
): EmbeddedFont[] {
  const loaded = new Set<string>();
  for (const face of doc.fonts ?? []) if (face.status === 'loaded') loaded.add(key(face));
  return sources.flatMap(({ rule, base }) => {
    const style = rule.style;
    const face = {
      family: style.getPropertyValue('font-family'),
      style: style.getPropertyValue('font-style'),
      weight: style.getPropertyValue('font-weight'),
      stretch: style.getPropertyValue('font-stretch'),
      unicodeRange: style.getPropertyValue('unicode-range'),
    };
    if (!loaded.has(key(face))) return [];
    const source = style.getPropertyValue('src');
    const file = fileOf(source, base);
    const resource = file === null ? null : resources.fetch(file);
    return [{ css: () => rule.cssText.replace(source, () => sourceText(source, resource)) }];
  });
}

function sourceText(source: string, resource: Resource | null): string {
  const local = source.match(/local\([^)]*\)/g) ?? [];
  return [...local, ...(resource ? [`url("${resource.dataUrl}")`] : [])].join(', ') || source;
}

/** The address that a browser takes of a `src` list: the first of a format that every engine reads. */
function fileOf(source: string, base: string): string | null {
  const files = [
    ...source.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)(?:\s*format\(\s*["']?([^"')]+)["']?\s*\))?/g),
  ];
  const best = files.find(
    ([, , format]) => format === undefined || /^(?:woff2?|truetype|opentype)/.test(format),
  );
  try {
    return best?.[1] === undefined ? null : new URL(best[1], base).href;
  } catch {
    return null;
  }
}

function key(face: {
  family: string;
  style: string;
  weight: string;
  stretch: string;
  unicodeRange: string;
}): string {
  return [
    face.family.replace(/["']/g, '').toLowerCase(),
    face.style || 'normal',
    weight(face.weight),
    (face.unicodeRange || 'U+0-10FFFF').replace(/\s/g, '').toUpperCase(),
  ].join('|');
}

const weight = (value: string) => value.replace(/\bbold\b/, '700').replace(/\bnormal\b/, '400') || '400';
