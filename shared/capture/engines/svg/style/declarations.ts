import { settledScheme } from '../../../page.ts';

/** What declarations are rewritten with. */
export interface DeclarationContext {
  /** Size that viewport units go by, in CSS pixels: scrollbars included. */
  readonly viewport: { readonly width: number; readonly height: number };
  readonly prefersDark: boolean;
  /** Device pixels per CSS pixel, by which a page chooses among images. */
  readonly density: number;
  /** A value to stand for the resource of an absolute address. */
  resource(url: string): string;
}

const URL_TOKEN = /url\(\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|((?:[^)\s"'\\]|\\.)*))\s*\)/gi;
const IMAGE_SET = /(?:-webkit-)?image-set\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)/gi;
const VIEWPORT_UNIT = /(?<![-\w#.])([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)([sld]?v(?:w|h|i|b|min|max))\b/gi;
const COLOR_SCHEME = /(^|[;{\s])color-scheme:\s*([^;}!]*)/gi;

/**
 * Declarations as they have to stand in the copy: viewport units in pixels, resources by our own variables,
 * colour schemes as the user's preference has settled them.
 * @param base address that relative ones go by
 */
export function rewriteDeclarations(text: string, base: string, context: DeclarationContext): string {
  let result = text;
  if (/v(?:[whib]|min|max)\b/i.test(result))
    result = outsideStrings(result, (plain) =>
      plain.replace(VIEWPORT_UNIT, (_, number: string, unit: string) =>
        pixels(Number(number), unit.toLowerCase(), context.viewport),
      ),
    );
  if (/image-set\(/i.test(result))
    result = result.replace(IMAGE_SET, (_, set: string) => chosen(set, context.density));
  if (/url\(/i.test(result))
    result = result.replace(URL_TOKEN, (token, double?: string, single?: string, bare?: string) =>
      resolve(token, unescapeCss(double ?? single ?? bare ?? ''), base, context),
    );
  if (/color-scheme/i.test(result))
    result = result.replace(
      COLOR_SCHEME,
      (_, before: string, value: string) =>
        `${before}color-scheme:${settledScheme(value, context.prefersDark)}`,
    );
  return result;
}

function pixels(number: number, unit: string, { width, height }: DeclarationContext['viewport']): string {
  const kind = unit.slice(unit.lastIndexOf('v') + 1);
  const side =
    kind === 'min'
      ? Math.min(width, height)
      : kind === 'max'
        ? Math.max(width, height)
        : kind === 'w' || kind === 'i'
          ? width
          : height;
  return `${(number * side) / 100}px`;
}

const SET_ENTRY = /(url\((?:"[^"]*"|'[^']*'|[^)"']*)\)|"[^"]*"|'[^']*')([^,]*)/gi;

/** A set cut down to the image that a screen of this density shows: the least that is as fine, else the finest. */
function chosen(set: string, density: number): string {
  const images = [...set.matchAll(SET_ENTRY)]
    .filter(([, , more = '']) => !/type\(/i.test(more) || KNOWN_TYPE.test(more))
    .map(([, image = '', more = '']) => {
      const [, number = '1', unit = 'x'] = /([\d.]+)(x|dppx|dpi)/i.exec(more) ?? [];
      const dots = Number(number) / (unit.toLowerCase() === 'dpi' ? 96 : 1);
      return { dots, text: `${/^url/i.test(image) ? image : `url(${image})`} ${dots}x` };
    })
    .sort((one, two) => one.dots - two.dots);
  const best = images.find(({ dots }) => dots >= density) ?? images.at(-1);
  return `image-set(${best?.text ?? set})`;
}

const KNOWN_TYPE = /type\(\s*["']image\/(?:png|jpe?g|gif|webp|avif|svg\+xml)["']/i;

function outsideStrings(text: string, change: (plain: string) => string): string {
  return text
    .split(/("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\([^)]*\))/i)
    .map((piece, index) => (index % 2 ? piece : change(piece)))
    .join('');
}

function resolve(token: string, address: string, base: string, context: DeclarationContext): string {
  if (address.startsWith('#') || /^data:/i.test(address)) return token;
  try {
    const url = new URL(address, base);
    // A reference into the page itself holds in the copy, too.
    if (url.hash && url.href.split('#')[0] === base.split('#')[0]) return `url("${url.hash}")`;
    return context.resource(url.href);
  } catch {
    return 'url("data:,")';
  }
}

function unescapeCss(text: string): string {
  return text.replace(/\\(?:([0-9a-f]{1,6})\s?|(.))/gi, (_, hex?: string, sign?: string) =>
    hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : (sign ?? ''),
  );
}
