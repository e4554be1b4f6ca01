import { expect, test } from 'vitest';
import { LiveStates, NOTE } from './states.ts';

const rewrite = (selectors: string) => new LiveStates().rewrite(selectors);
const note = (name: string) => `[${NOTE}~="${name}"]`;

test.each([
  [':root', note('root')],
  ['a:hover > b', `a${note('hover')} > b`],
  [':is(.a:focus-visible, .b):not(:hover)', `:is(.a${note('focus-visible')}, .b):not(${note('hover')})`],
  ['DIV.Card', 'div.Card'],
  ['clipPath linearGradient', 'clipPath linearGradient'],
  ['iframe.wide, object', 'hb-iframe.wide, hb-object'],
])('%s goes by notes and names of the copy', (selectors, expected) => {
  expect(rewrite(selectors)).toBe(expected);
});

test.each([
  'li:nth-child(2n + 1 of .shown)',
  '.a\\:hover',
  '[title=":hover iframe"]',
  '#root::before',
  'a:checked:lang(EN)',
  '.md\\:grid > :where(b, i)',
])('%s is left as it is', (selectors) => {
  expect(rewrite(selectors)).toBe(selectors);
});
