import { expect, test } from 'vitest';
import { renderMarkdown } from './markdown.ts';

function render(markdown: string): HTMLElement {
  const element = document.createElement('div');
  element.append(renderMarkdown(markdown, 3));
  return element;
}

test('headings, lists, tables and code are what they should be', () => {
  const made = render('## Export\n\n1. open\n2. `save`\n\n| a | b |\n|---|---|\n| 1 | 2 |');
  expect(made.querySelector('h4')?.textContent).toBe('Export');
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

test.each([
  ['# A\n\n### B\n\n## C\n\n# D', ['h4', 'h5', 'h5', 'h4']],
  ['### A\n\n# B\n\n##### C', ['h4', 'h4', 'h5']],
  ['# A\n\n## B\n\n### C\n\n#### D', ['h4', 'h5', 'h6', 'h6']],
])('headings stand below the title, none deeper by more than one: %j', (markdown, levels) => {
  const headings = [...render(markdown).querySelectorAll('h1,h2,h3,h4,h5,h6')];
  expect(headings.map(({ nodeName }) => nodeName.toLowerCase())).toEqual(levels);
});

test('pictures wait until they come near, and do not say who looks', () => {
  const image = render('![chart](https://example.com/a.png)').querySelector('img');
  expect(image?.getAttribute('loading')).toBe('lazy');
  expect(image?.getAttribute('referrerpolicy')).toBe('no-referrer');
  expect(image?.alt).toBe('chart');
});

test('a text goes in its own direction, code from left to right', () => {
  const made = render('مرحبا\n\n1. واحد\n\n2. اثنان\n\n```\nnpm i\n```');
  document.body.append(made);
  const direction = (selector: string) => {
    const part = made.querySelector(selector);
    return part && getComputedStyle(part).direction;
  };
  expect([direction('p'), direction('ol'), direction('ol li p'), direction('pre')]).toEqual([
    'rtl',
    'rtl',
    'rtl',
    'ltr',
  ]);
  made.remove();
  expect(made.querySelector('pre')?.dir).toBe('ltr');
});

test('a table stands in a frame of its own that can scroll', () => {
  expect(render('| a |\n|---|\n| 1 |').querySelector('.wide > table')).not.toBeNull();
});
