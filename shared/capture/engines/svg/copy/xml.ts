export const XHTML = 'http://www.w3.org/1999/xhtml';
export const SVG = 'http://www.w3.org/2000/svg';

/** What may stand in an XML 1.0 document is less than what a page's text may hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const SPECIAL = /[&<>"\t\n\r]/g;
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const valid = (text: string) => text.replace(FORBIDDEN, '').replace(LONE_SURROGATE, '\uFFFD');

/** Text as the content of an XML element. */
export function xmlText(text: string): string {
  return /[&<>]/.test(text) ? valid(text).replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign) : valid(text);
}

/** Text as an attribute's value between double quotes, white space kept as it is. */
export function xmlAttribute(text: string): string {
  return valid(text).replace(SPECIAL, (sign) => ENTITIES[sign] ?? `&#${sign.charCodeAt(0)};`);
}

/** Whether a name that an HTML parser let through can stand in XML, prefixes aside. */
export function isXmlName(name: string): boolean {
  return /^[A-Za-z_\u00C0-\uD7FF][-.\w\u00B7-\uD7FF]*$/.test(name);
}
