import { attributesOf } from './dom.ts';
import { isXmlName } from './xml.ts';

/** Attributes that would fetch something, run something, or stand in the way of what we write ourselves. */
const DROPPED =
  /^(?:on\w+|srcset|sizes|srcdoc|poster|background|nonce|integrity|autofocus|autoplay|ping|xmlns|loading|data-hb-note)$/i;

/** All that is kept of an element whose content nobody may see: what its size and place may depend on. */
const KEPT_OF_PRIVATE =
  /^(?:id|class|style|type|dir|lang|width|height|rows|cols|size|colspan|rowspan|span|hidden|role|open|multiple|data-private|contenteditable|disabled|viewBox)$/;

/** An element's attributes that can stand in the copy. */
export function* keptAttributes(element: Element, isPrivate: boolean): Generator<[string, string]> {
  for (const { name, value, namespaceURI } of attributesOf(element)) {
    if (DROPPED.test(name) || (isPrivate && !KEPT_OF_PRIVATE.test(name))) continue;
    const local = name.replace(/^(?:xlink|xml):/, '');
    if (local !== name && namespaceURI === null) continue;
    if (isXmlName(local)) yield [name, value];
  }
}
