import { expect, test } from 'vitest';
import { rewriteDeclarations } from './declarations.ts';

const rewrite = (text: string) =>
  rewriteDeclarations(text, 'https://host.example/css/page.css', {
    viewport: { width: 1000, height: 500 },
    density: 1,
    prefersDark: true,
    resource: (url) => `<${url}>`,
  });

test.each([
  ['height: calc(100vh - 10dvw)', 'height: calc(500px - 100px)'],
  ['width: 50vmin; margin: -1.5vw', 'width: 250px; margin: -15px'],
  ['background: url("../a.png") 2vw', 'background: <https://host.example/a.png> 20px'],
  ['background: url(https://cdn.example/b.png)', 'background: <https://cdn.example/b.png>'],
  ['color-scheme: light dark; color: red', 'color-scheme:dark; color: red'],
])('%s is settled for the copy', (text, expected) => {
  expect(rewrite(text)).toBe(expected);
});

test.each([
  'content: "100vh"',
  'fill: url("#fade")',
  'background: url("data:image/png;base64,10vw")',
  '--v: my-10vw',
])('%s is left as it is', (text) => {
  expect(rewrite(text)).toBe(text);
});
