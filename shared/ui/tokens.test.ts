import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const sheet = ['first', 'more']
  .map((name) => readFileSync(new URL(`./tokens/${name}.css`, import.meta.url), 'utf8'))
  .join('');
const colours = new Map(
  [...sheet.matchAll(/--hb-([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }] as const,
  ),
);

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2 contrast ratio of two tokens. */
function contrast(one: string, two: string, theme: 'light' | 'dark'): number {
  const [a, b] = [one, two].map((name) => luminance(colours.get(name)?.[theme] ?? name)) as [number, number];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const surfaces = ['bg', 'bg-subtle', 'bg-raised'];
const onSurfaces = ['text', 'text-muted', 'accent', 'danger', 'success', 'warning'];
const read: readonly (readonly [string, string])[] = [
  ...surfaces.flatMap((surface) => onSurfaces.map((name) => [name, surface] as const)),
  ...['accent', 'danger', 'success', 'warning'].flatMap((tone) => [
    [tone, `${tone}-soft`] as const,
    ['text', `${tone}-soft`] as const,
  ]),
  ['text-muted', 'accent-soft'],
  ['accent-text', 'accent'],
  ['danger-text', 'danger'],
];
const seen = surfaces.flatMap((surface) => [
  ['border-strong', surface] as const,
  ['focus', surface] as const,
]);

for (const theme of ['light', 'dark'] as const) {
  test.each(read)(`${theme}: %s can be read on %s (AA, 4.5 to 1)`, (text, ground) => {
    expect(contrast(text, ground, theme)).toBeGreaterThanOrEqual(4.5);
  });
  test.each(seen)(`${theme}: %s stands out from %s (3 to 1)`, (line, ground) => {
    expect(contrast(line, ground, theme)).toBeGreaterThanOrEqual(3);
  });
}
