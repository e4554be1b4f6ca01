import createPurifier from 'dompurify';
import { Marked } from 'marked';

const escaped: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const asText = (text: string) => text.replace(/[&<>"]/g, (letter) => escaped[letter] ?? letter);

/** Raw HTML in an article is shown as the text it is. */
const marked = new Marked({ gfm: true, renderer: { html: ({ text }) => asText(text) } });

const purifier = createPurifier(window);
purifier.addHook('afterSanitizeAttributes', (node) => {
  // The purifier lets pictures carry data.
  if (node.nodeName === 'IMG' && !/^https?:/i.test(node.getAttribute('src') ?? ''))
    node.removeAttribute('src');
  if (node.nodeName !== 'A') return;
  node.setAttribute('target', '_blank');
  node.setAttribute('rel', 'noopener noreferrer');
});

/** What Markdown can say, and nothing else: no styles, ids, forms or frames. */
const tags =
  'a p br hr em strong del code pre blockquote ul ol li img h1 h2 h3 h4 h5 h6 table thead tbody tr th td';
const attributes = 'href title src alt start align';

/** Markdown as elements: raw HTML is off, the result is sanitised, links open in a tab of their own. */
export function renderMarkdown(markdown: string): DocumentFragment {
  return purifier.sanitize(marked.parse(markdown, { async: false }), {
    ALLOWED_TAGS: tags.split(' '),
    ALLOWED_ATTR: attributes.split(' '),
    ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|tel:)/i,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
}
