import { XHTML } from './xml.ts';

/**
 * Text that nobody may read, as empty boxes of its words' sizes: the lines break where they did, and nothing
 * of the text itself is written.
 */
export function blankText(node: Text): string {
  const range = node.ownerDocument.createRange();
  let markup = '';
  for (const { 0: word, index } of node.data.matchAll(/[\u2E80-\uFFEF]|[^\s\u2E80-\uFFEF]+|\s+/g)) {
    if (/^\s/.test(word)) {
      markup += word.replace(/\S/g, '');
      continue;
    }
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    let width = 0;
    for (const rect of range.getClientRects()) width += rect.width;
    markup += `<hb-word xmlns="${XHTML}" style="all:initial!important;display:inline-block!important;width:${width}px!important"></hb-word>`;
  }
  return markup;
}
