import { expect, test } from 'vitest';
import { hasLost, SourceRules } from './source.ts';

const SOURCE = `/* a { color: red } */
@media screen { .card > b:before { border: var(--line); border-left-width: 3px; content: "};{" } }
.card > b::before { border: var(--other); border-left-width: 3px }
.plain { color: red; --empty: ; }
.outer { color: blue; & i { padding: var(--pad); padding-top: 0 } margin: 0 }`;

const sheet = new CSSStyleSheet();
sheet.replaceSync(SOURCE);

test('a shorthand by a variable of which a part is said again is known to be lost, an empty variable is not', () => {
  const [media, other, plain] = sheet.cssRules;
  const within = (media as CSSMediaRule).cssRules[0] as CSSStyleRule;
  expect(hasLost(within.style.cssText)).toBe(true);
  expect(hasLost((other as CSSStyleRule).style.cssText)).toBe(true);
  expect(hasLost((plain as CSSStyleRule).style.cssText)).toBe(false);
});

test('what was lost is found in the source, in groups and nested rules, too', () => {
  const rules = new SourceRules(SOURCE, window);
  const [media, , , outer] = sheet.cssRules;
  const within = (media as CSSMediaRule).cssRules[0] as CSSStyleRule;
  const nested = (outer as CSSStyleRule).cssRules[0] as CSSStyleRule;
  expect(rules.declarationsOf(within)).toContain('var(--line)');
  expect(rules.declarationsOf(within)).toContain('"};{"');
  expect(rules.declarationsOf(nested)).toContain('var(--pad)');
});
