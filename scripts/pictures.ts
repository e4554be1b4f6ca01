// Makes docs/pictures from the running applications: npm run pictures. Only some of them: npm run pictures -- product en
import { chromium } from 'playwright';
import { locale as locales } from '../shared/domain/nouns.ts';
import { browserFlags, ensureBrowser } from './browser.ts';
import { pictureExtension } from './pictures/extension.ts';
import { pictureInbox } from './pictures/inbox.ts';
import { pictureProduct } from './pictures/product.ts';
import { openSave } from './pictures/save.ts';
import { startThrowaway } from './serve/everything.ts';

const wanted = process.argv.slice(2);
const parts = ['product', 'inbox', 'extension'];
const ofKind = (kind: readonly string[]) => {
  const named = kind.filter((name) => wanted.includes(name));
  return named.length > 0 ? named : kind;
};

const executablePath = await ensureBrowser();
const everything = await startThrowaway('extension for the tests', (line) => console.log(line));
const browser = await chromium.launch({ executablePath, args: browserFlags });
try {
  const save = await openSave(browser, (line) => console.log(line));
  for (const locale of locales.options) {
    if (!ofKind(locales.options).includes(locale)) continue;
    if (ofKind(parts).includes('product')) await pictureProduct(browser, everything, locale, save);
    if (ofKind(parts).includes('inbox')) await pictureInbox(browser, everything, locale, save);
    if (ofKind(parts).includes('extension')) await pictureExtension(executablePath, everything, locale, save);
  }
} finally {
  await browser.close();
  await everything.stop();
}
