import { expect, test } from 'vitest';
import { renderMarkdown } from './markdown.ts';

function render(markdown: string): HTMLElement {
  const element = document.createElement('div');
  element.append(renderMarkdown(markdown));
  return element;
}

test('headings, lists, tables and code are what they should be', () => {
  const made = render('## Export\n\n1. open\n2. `save`\n\n| a | b |\n|---|---|\n| 1 | 2 |');
  expect(made.querySelector('h2')?.textContent).toBe('Export');
  expect(made.querySelectorAll('ol > li')).toHaveLength(2);
  expect(made.querySelector('code')?.textContent).toBe('save');
  expect(made.querySelectorAll('td')).toHaveLength(2);
});

test('raw HTML is shown as text', () => {
  const made = render('before <img src=x onerror=alert(1)> after\n\n<script>alert(1)</script>');
  expect(made.querySelector('img, script')).toBeNull();
  expect(made.textContent).toContain('<script>alert(1)</script>');
});

test('a link opens a tab of its own that cannot reach back', () => {
  const link = render('[docs](https://example.com/a)').querySelector('a');
  expect(link?.getAttribute('target')).toBe('_blank');
  expect(link?.getAttribute('rel')).toContain('noopener');
});

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'blob:https://a/b',
])('an address that runs something is dropped: %s', (address) => {
  const made = render(`[x](${address}) ![y](${address})`);
  expect(made.querySelector('a[href], img[src]')).toBeNull();
});
