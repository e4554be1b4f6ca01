// What is wrong with what a page shows: for assistive technology (axe), for its language, for its width.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { RunOnly } from 'axe-core';
import type { Page } from 'playwright';
import en from '../../../shared/i18n/inbox/en.ts';
import zh from '../../../shared/i18n/inbox/zh-CN.ts';

declare global {
  interface Window {
    axe: typeof import('axe-core');
  }
}

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const wcag = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
} satisfies RunOnly;
const ofColour = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } satisfies RunOnly;

/** Rules broken on the page and where, of WCAG 2.2 at the levels A and AA: all of them, or those about colour. */
export async function violations(page: Page, rules: 'all' | 'colour' = 'all'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await axeSource);
  return page.evaluate(
    async (runOnly) => {
      const results = await window.axe.run(document, { runOnly, resultTypes: ['violations'] });
      return results.violations.flatMap((rule) =>
        rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')} (${node.failureSummary})`),
      );
    },
    rules === 'all' ? wcag : ofColour,
  );
}

type Phrases = Record<string, unknown>;

/** The texts of a catalogue, those of its groups and all plural forms among them. */
function texts(phrases: Phrases): string[] {
  return Object.values(phrases).flatMap((phrase) =>
    typeof phrase === 'string' ? [phrase] : typeof phrase === 'object' && phrase ? texts({ ...phrase }) : [],
  );
}

const chinese = new Set(texts(zh));
/** What only the English inbox says, as patterns: slots match anything. */
const english = texts(en)
  .filter((text) => !chinese.has(text) && /[a-z]{2}/i.test(text.replace(/\{\w+\}/g, '')))
  .map((text) => {
    const parts = text.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${parts.join('.+')}$`);
  });

/** Everything that a page says: text, and the names that only assistive technology speaks. */
const spoken = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const said: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) said.push(node.textContent ?? '');
    for (const element of document.querySelectorAll('*'))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
        said.push(element.getAttribute(name) ?? '');
    return said.map((text) => text.trim()).filter(Boolean);
  });

/** Sentences of the English catalogue that a page in another language still says. */
export async function leftInEnglish(page: Page): Promise<string[]> {
  return (await spoken(page)).filter((text) => english.some((pattern) => pattern.test(text)));
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
