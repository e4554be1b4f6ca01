// Pictures of every view and state of the widget, in both languages, light and dark, wide and narrow, for looking at
// all of them: npm run gallery. Only some scenes or languages: npm run gallery -- forms zh-CN. From right to left in
// words that are none: npm run gallery -- he
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { freePort } from '../supabase/local/processes.ts';
import { scenes } from '../tests/e2e/widget/every-view/scenes.ts';
import { type Language, openStage } from '../tests/e2e/widget/every-view/stage.ts';
import { browserFlags, ensureBrowser } from './browser.ts';
import { ensureBuilt } from './builds.ts';
import { root } from './commands.ts';
import { picture, type Shot } from './gallery/picture.ts';
import { writeSheet } from './gallery/sheet.ts';
import { serveDemo } from './serve/demo.ts';

const folder = join(root, '.cache', 'gallery');
const usual: readonly Language[] = ['en', 'zh-CN'];
const wanted = process.argv.slice(2);
const languages = ([...usual, 'he'] as const).filter((language) => wanted.includes(language));
const names = wanted.filter((name) => !languages.some((language) => language === name));
const chosen = scenes.filter(({ name }) => names.length === 0 || names.includes(name));
if (chosen.length === 0) {
  console.error(`No such scene. There are: ${scenes.map(({ name }) => name).join(', ')}`);
  process.exit(1);
}

const executablePath = await ensureBrowser();
if (await ensureBuilt('widget')) console.log('built the widget');
const port = await freePort();
const address = `http://127.0.0.1:${port}`;
const places = { page: `${address}/plain/charts.html`, widget: `${address}/hearback` };
const demo = await serveDemo({
  port,
  apiUrl: 'http://127.0.0.1:9',
  projectKey: 'none',
  sign: async () => '',
});
const browser = await chromium.launch({ executablePath, args: browserFlags });
const shots: Shot[] = [];
const failed: string[] = [];
try {
  if (names.length === 0) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const language of languages.length > 0 ? languages : usual)
    for (const { name, play } of chosen) {
      const opened: { close(): Promise<void> }[] = [];
      const open: Parameters<typeof play>[0] = async (wishes) => {
        const stage = await openStage(browser, places, language, wishes);
        opened.push(stage.context);
        return stage;
      };
      try {
        await play(open, async (stage, state, again) => {
          shots.push(...(await picture(stage, folder, `${name}, ${state}`, again)));
        });
        console.log(`${language}: ${name}`);
      } catch (error) {
        failed.push(`${language}: ${name}: ${error instanceof Error ? error.message : error}`);
      }
      for (const context of opened) await context.close();
    }
  console.log(`${shots.length} pictures: ${await writeSheet(folder, shots)}`);
} finally {
  await browser.close();
  await demo.stop();
}
for (const line of failed) console.error(`Not all of it could be reached. ${line}`);
if (failed.length > 0) process.exitCode = 1;
