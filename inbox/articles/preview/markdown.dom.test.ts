import { expect, test } from 'vitest';
import { renderMarkdown } from './markdown.ts';

function html(markdown: string): string {
  const box = document.createElement('div');
  box.append(renderMarkdown(markdown));
  return box.innerHTML;
}

test('Markdown becomes headings, lists, tables and links', () => {
  expect(html('## Steps\n\n1. one\n2. two')).toContain('<h2>Steps</h2>');
  expect(html('| a |\n|---|\n| b |')).toContain('<td>b</td>');
});

test('HTML in an article is shown as text and never runs', () => {
  const shown = html('before <script>alert(1)</script> <img src=x onerror=alert(1)> after');
  expect(shown).not.toMatch(/<script|<img/);
  expect(shown).toContain('&lt;script&gt;');
});

test('a link opens apart from the page, and one that runs code loses its target', () => {
  expect(html('[a](https://example.com)')).toContain('target="_blank" rel="noopener noreferrer nofollow"');
  expect(html('[a](javascript:alert(1))')).not.toContain('javascript:');
  expect(html('![a](data:text/html,x)')).not.toContain('data:');
});
