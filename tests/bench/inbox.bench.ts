import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { browserFlags, ensureBrowser } from '../../scripts/browser.ts';
import { startThrowaway } from '../../scripts/serve/everything.ts';
import { demoPassword, demoUsers } from '../../supabase/local/demo.ts';
import { bundledGzip, gzipBytes, kilobytes } from './bundle.ts';
import type { Bench } from './row.ts';

const root = join(import.meta.dirname, '../..');

/** The gzip bytes of every script and sheet that `page` fetches from now on, by address. */
function scriptsOf(page: Page): Map<string, number> {
  const sizes = new Map<string, number>();
  page.on('response', async (response) => {
    const type = response.headers()['content-type'] ?? '';
    if (!/javascript|css/.test(type)) return;
    const body = await response.body().catch(() => undefined);
    if (body) sizes.set(response.url(), gzipBytes(body));
  });
  return sizes;
}

/** What the inbox fetches until a member who signs in sees the first list, counted in a real browser. */
export const bench: Bench = async () => {
  const everything = await startThrowaway('extension', () => {});
  const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: browserFlags });
  try {
    const page = await browser.newPage();
    const sizes = scriptsOf(page);
    await page.goto(everything.inboxUrl);
    await page.getByRole('textbox', { name: 'E-mail' }).fill(demoUsers.agent.email);
    await page.getByLabel('Password', { exact: true }).fill(demoPassword);
    await page.keyboard.press('Enter');
    await page.getByText('#60').first().waitFor();
    await page.waitForLoadState('networkidle');
    const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    const client = await bundledGzip(`export { createClient } from '@supabase/supabase-js';`, root);
    return [
      {
        what: 'inbox app to the first list, gzip',
        budget: '≤ 90 KB',
        value: `${kilobytes(bytes)}, ${sizes.size} files`,
        peer: `supabase-js alone ${kilobytes(client)}`,
        met: bytes <= 90 * 1024,
      },
    ];
  } finally {
    await browser.close();
    await everything.stop();
  }
};
