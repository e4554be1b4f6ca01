// What is wrong with what stands on the screen: for people who use aids (axe), in its language, in its width.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { RunOnly } from 'axe-core';
import type { Page } from 'playwright';

declare global {
  interface Window {
    axe: typeof import('axe-core');
  }
}

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const colour = ['color-contrast', 'link-in-text-block'];
const names = [
  'aria-command-name',
  'aria-input-field-name',
  'button-name',
  'label',
  'link-name',
  'select-name',
];
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const rules = {
  /** WCAG 2.2, levels A and AA: every rule that axe has for them. */
  wcag: { type: 'tag', values: wcag },
  /** The same, and what axe holds for good practice. */
  practice: { type: 'tag', values: [...wcag, 'best-practice'] },
  /** Of WCAG, what another theme can break. */
  colour: { type: 'rule', values: colour },
  /** Of WCAG, what another width can break: sizes, what scrolls, colours, names of which the words are hidden. */
  reflow: {
    type: 'rule',
    values: [...colour, ...names, 'scrollable-region-focusable', 'summary-name', 'target-size'],
  },
} satisfies Record<string, RunOnly>;

/** Where to look: in an element of the page instead of in all of it. */
export type Where = { within?: string };

/** What axe finds, one line a finding: the rule, the element, the reason. */
export async function violations(
  page: Page,
  held: keyof typeof rules = 'wcag',
  { within }: Where = {},
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await axeSource);
  return page.evaluate(
    async ([runOnly, where]) => {
      const { violations } = await window.axe.run(where ?? document, {
        runOnly,
        resultTypes: ['violations'],
      });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.flat().join(' ')}: ${failureSummary}`),
      );
    },
    [rules[held], within] as const,
  );
}

/** The texts of a catalogue, those of its groups and all plural forms among them. */
const textsOf = (phrases: object): string[] =>
  Object.values(phrases).flatMap((phrase: unknown) =>
    typeof phrase === 'string' ? [phrase] : typeof phrase === 'object' && phrase ? textsOf(phrase) : [],
  );

/**
 * A pattern for every sentence of English catalogues. A slot stands for anything.
 * @param translated another language's catalogues: what stands there too, such as a brand, is no English
 */
export function sentencesOf(english: object[], translated: object[] = []): RegExp[] {
  const same = new Set(translated.flatMap(textsOf));
  return english
    .flatMap(textsOf)
    .filter((text) => !same.has(text) && /[a-z]{2}/i.test(text.replace(/\{\w+\}/g, '')))
    .map((text) => {
      const parts = text.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
      return new RegExp(`^${parts.join('.+')}$`, 'i');
    });
}

/** Which of the sentences are to be seen or heard; `within` names an element with a shadow root. */
export async function saidOf(page: Page, sentences: RegExp[], { within }: Where = {}): Promise<string[]> {
  const said = await page.evaluate((host) => {
    const found: string[] = [];
    const root = host === undefined ? document : document.querySelector(host)?.shadowRoot;
    for (const element of root?.querySelectorAll('*') ?? []) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description'])
        found.push(element.getAttribute(name) ?? '');
      for (const node of element.childNodes)
        if (node.nodeType === Node.TEXT_NODE) found.push(node.textContent ?? '');
    }
    return found.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
  }, within);
  return said.filter((text) => sentences.some((sentence) => sentence.test(text)));
}

/** What makes the page scroll sideways; empty if nothing does. Frames that scroll by themselves may. */
export const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const scrolls = (element: Element) =>
      element.scrollWidth > element.clientWidth + 1 &&
      /auto|scroll/.test(getComputedStyle(element).overflowX) &&
      !element.matches('.table-frame, .viewer-stage, pre, textarea');
    const inner = [...document.querySelectorAll('*')].filter(scrolls);
    return [
      ...(scrollWidth > clientWidth ? [`the page: ${scrollWidth} in ${clientWidth}`] : []),
      ...inner.map((one) => `${one.localName}.${one.className}: ${one.scrollWidth} in ${one.clientWidth}`),
    ];
  });
