// Makes docs/pictures from the running applications: npm run pictures. Only some of them: npm run pictures -- product en
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { locale as locales } from '../shared/domain/nouns.ts';
import { freePort } from '../supabase/local/processes.ts';
import { browserFlags, ensureBrowser } from './browser.ts';
import { pictureExtension } from './pictures/extension.ts';
import { pictureInbox } from './pictures/inbox.ts';
import { pictureProduct } from './pictures/product.ts';
import { openSave } from './pictures/save.ts';
import { startEverything } from './serve/everything.ts';

const wanted = process.argv.slice(2);
const parts = ['product', 'inbox', 'extension'];
const ofKind = (kind: readonly string[]) => {
  const named = kind.filter((name) => wanted.includes(name));
  return named.length > 0 ? named : kind;
};

const executablePath = await ensureBrowser();
const everything = await startEverything({
  dataDir: await mkdtemp(join(tmpdir(), 'hearback-pictures-')),
  apiPort: await freePort(),
  pgPort: await freePort(),
  functionsPort: await freePort(),
  inboxPort: await freePort(),
  demoPort: await freePort(),
  extension: 'extension for the tests',
  inbox: 'built',
  persistent: false,
  log: (line) => console.log(line),
});
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
