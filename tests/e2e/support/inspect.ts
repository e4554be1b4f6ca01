// What is wrong with what stands on the screen: for people who use aids, and in its language.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { englishSentences } from './words.ts';

declare global {
  interface Window {
    axe: typeof import('axe-core');
  }
}

const source = readFile(join(import.meta.dirname, '../../../node_modules/axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2, levels A and AA: every rule that axe has for them. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds in the widget on the page, one line a finding: the rule, the element, the reason. */
async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await source);
  return page.evaluate(async (values) => {
    const { violations } = await window.axe.run('hearback-widget', {
      runOnly: { type: 'tag', values },
      resultTypes: ['violations'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.flat().join(' ')}: ${failureSummary}`),
    );
  }, tags);
}

/** The same in both themes; the page goes on in the light one. */
export async function violationsInBothThemes(page: Page): Promise<string[]> {
  const light = await violations(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await violations(page);
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light.map((each) => `light: ${each}`), ...dark.map((each) => `dark: ${each}`)];
}

/** The English sentences of the catalogues that are to be seen or heard in the widget. */
export async function englishLeft(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found: string[] = [];
    const root = document.querySelector('hearback-widget')?.shadowRoot;
    for (const element of root?.querySelectorAll<HTMLElement>('*') ?? []) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description'])
        found.push(element.getAttribute(name) ?? '');
      for (const node of element.childNodes)
        if (node.nodeType === Node.TEXT_NODE) found.push(node.textContent ?? '');
    }
    return found.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
  });
  const sentences = await englishSentences();
  return texts.filter((text) => sentences.some((sentence) => sentence.test(text)));
}
