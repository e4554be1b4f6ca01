import createPurifier from 'dompurify';
import { Marked } from 'marked';

const escaped: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const asText = (text: string) => text.replace(/[&<>"]/g, (letter) => escaped[letter] ?? letter);

/** Raw HTML in an article is shown as the text it is. */
const marked = new Marked({ gfm: true, renderer: { html: ({ text }) => asText(text) } });

const purifier = createPurifier(window);
purifier.addHook('afterSanitizeAttributes', (node) => {
  if (node.nodeName === 'PRE') node.setAttribute('dir', 'ltr');
  if (node.nodeName === 'IMG') {
    // The purifier lets pictures carry data.
    if (!/^https?:/i.test(node.getAttribute('src') ?? '')) node.removeAttribute('src');
    // Before it is in the page: from then on it would load at once.
    node.setAttribute('loading', 'lazy');
    node.setAttribute('decoding', 'async');
    node.setAttribute('referrerpolicy', 'no-referrer');
  }
  if (node.nodeName !== 'A') return;
  node.setAttribute('target', '_blank');
  node.setAttribute('rel', 'noopener noreferrer');
});

/** What Markdown can say, and nothing else: no styles, ids, forms or frames. */
const tags =
  'a p br hr em strong del code pre blockquote ul ol li img h1 h2 h3 h4 h5 h6 table thead tbody tr th td';
const attributes = 'href title src alt start align';

/**
 * Markdown as elements: raw HTML is off, the result is sanitised, links open in a tab of their own, pictures load
 * when they come near, and headings stand in order below one of level `below`.
 */
export function renderMarkdown(markdown: string, below = 0): DocumentFragment {
  const made = purifier.sanitize(marked.parse(markdown, { async: false }), {
    ALLOWED_TAGS: tags.split(' '),
    ALLOWED_ATTR: attributes.split(' '),
    ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|tel:)/i,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
  order(made, below);
  // Each block in its own direction, with its markers on the right side: an article may mix languages.
  for (const block of made.children) if (block.nodeName !== 'PRE') block.setAttribute('dir', 'auto');
  for (const table of made.querySelectorAll('table')) {
    const frame = document.createElement('div');
    frame.className = 'wide';
    frame.dir = 'auto';
    table.removeAttribute('dir');
    table.replaceWith(frame);
    frame.append(table);
  }
  return made;
}

/** Makes every heading one level deeper at most than the one it stands below, whatever its author began with. */
function order(made: DocumentFragment, below: number): void {
  /** The headings around, outermost first: as written, and as made. */
  const around: number[] = [];
  for (const heading of made.querySelectorAll('h1,h2,h3,h4,h5,h6')) {
    const written = Number(heading.nodeName[1]);
    while ((around.at(-1) ?? 0) >= written) around.pop();
    around.push(written);
    const level = Math.min(6, below + around.length);
    if (level === written) continue;
    const put = document.createElement(`h${level}`);
    put.append(...heading.childNodes);
    heading.replaceWith(put);
  }
}
