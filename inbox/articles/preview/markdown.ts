import DOMPurify from 'dompurify';
import { Marked } from 'marked';

const marked = new Marked({
  gfm: true,
  // HTML in an article is shown as the text it is.
  renderer: { html: ({ text }) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;') },
});

const tags =
  'h1 h2 h3 h4 h5 h6 p br hr a em strong del code pre ul ol li blockquote table thead tbody tr th td img'.split(
    ' ',
  );

/** An article's Markdown as nodes: no HTML of its own, no scripts, links in a new tab. */
export function renderMarkdown(markdown: string): DocumentFragment {
  const fragment = DOMPurify.sanitize(marked.parse(markdown, { async: false }), {
    ALLOWED_TAGS: tags,
    ALLOWED_ATTR: ['href', 'title', 'src', 'alt', 'start', 'align'],
    ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|#)/i,
    RETURN_DOM_FRAGMENT: true,
  });
  for (const link of fragment.querySelectorAll('a')) {
    link.target = '_blank';
    link.rel = 'noopener noreferrer nofollow';
  }
  for (const picture of fragment.querySelectorAll('img')) {
    // The sanitiser lets `data:` through where it is the source of a picture.
    if (/^https?:/i.test(picture.getAttribute('src') ?? '')) picture.loading = 'lazy';
    else picture.remove();
  }
  return fragment;
}
