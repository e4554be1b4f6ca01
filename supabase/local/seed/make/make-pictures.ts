// Makes the demo's pictures anew: node supabase/local/seed/make/make-pictures.ts [name …]
// Run by hand after the capture code or a scene changed; the files it writes are committed.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { chromium, type Page } from 'playwright';
import { build } from 'vite';
import { browserFlags, ensureBrowser } from '../../../../scripts/browser.ts';
import { type PictureList, pictureList, picturesFolder } from '../pictures.ts';
import { elsewhere } from './elsewhere.ts';
import { reports } from './reports.ts';
import type { Scene } from './scene.ts';
import type { Shot } from './stage.ts';

/** Every picture, by the folder it lies in. */
const scenes: readonly Scene[] = [
  ...reports.map((scene) => ({ ...scene, name: `attachments/${scene.name}` })),
  ...elsewhere.map((scene) => ({ ...scene, name: `captures/${scene.name}` })),
];
const maxBytes = 60_000;
const roots = {
  sb: new URL('../../../../node_modules/startbootstrap-sb-admin-2/', import.meta.url),
  pages: new URL('../pages/', import.meta.url),
};
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};

async function bundleStage(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: new URL('./stage.ts', import.meta.url).pathname, formats: ['iife'], name: 'stage' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [output] = Array.isArray(made) ? made : [made];
  if (output === undefined || !('output' in output)) throw new Error('The stage was not built.');
  return output.output[0].code;
}

function serve() {
  const server = createServer(async (request, response) => {
    const [, root = '', path = ''] = /^\/(\w+)\/([^?]*)/.exec(request.url ?? '') ?? [];
    const folder = root === 'sb' || root === 'pages' ? roots[root] : undefined;
    const file = folder && (await readFile(new URL(path, folder)).catch(() => undefined));
    response.writeHead(file ? 200 : 404, {
      'content-type': types[extname(path)] ?? 'application/octet-stream',
    });
    response.end(file);
  });
  return new Promise<{ origin: string; close(): void }>((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      resolve({ origin: `http://127.0.0.1:${port}`, close: () => server.close() });
    }),
  );
}

/** Charts stand still at once, so that a picture never shows one that is still growing. */
const settle = `for (const chart of Object.values(window.Chart?.instances ?? {})) chart.update({ duration: 0 });`;

async function take(page: Page, origin: string, stage: string, scene: Scene): Promise<Shot> {
  const [width, height] = scene.viewport;
  await page.setViewportSize({ width, height });
  await page.goto(`${origin}/${scene.page}`, { waitUntil: 'load' });
  await page.evaluate(settle);
  if (scene.prepare !== undefined) await page.evaluate(`(() => {${scene.prepare}})()`);
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  // Assigned, as a script's `var` within an evaluation stays there.
  await page.evaluate(`${stage}; window.stage = stage;`);
  return page.evaluate(`stage.shoot(${JSON.stringify(scene.marks)}, ${scene.size ?? width}, ${maxBytes})`);
}

const wanted = process.argv.slice(2);
const stage = await bundleStage();
const server = await serve();
const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: browserFlags });
try {
  const page = await browser.newPage();
  // Fonts from elsewhere would make the pictures differ from one computer to the next.
  await page.route(
    (url) => url.origin !== server.origin,
    (route) => route.abort(),
  );
  const listFile = new URL('pictures.json', picturesFolder);
  const before: PictureList =
    wanted.length > 0 ? pictureList.parse(JSON.parse(await readFile(listFile, 'utf8'))) : {};
  const list = new Map(Object.entries(before));
  for (const scene of scenes) {
    if (wanted.length > 0 && !wanted.some((name) => scene.name.includes(name))) continue;
    const shot = await take(page, server.origin, stage, scene);
    const file = new URL(`${scene.name}.webp`, picturesFolder);
    await mkdir(new URL('.', file), { recursive: true });
    const bytes = Buffer.from(shot.base64, 'base64');
    await writeFile(file, bytes);
    const { width, height, clean } = shot;
    const cleanFile = new URL(`${scene.name}.clean.webp`, picturesFolder);
    if (clean === null) await rm(cleanFile, { force: true });
    else await writeFile(cleanFile, Buffer.from(clean, 'base64'));
    list.set(scene.name, { width, height, clean: clean !== null, annotation: { ...shot.annotation } });
    console.log(`${scene.name}: ${width} × ${height}, ${bytes.byteLength} bytes`);
  }
  const ordered = scenes.flatMap(({ name }) => {
    const facts = list.get(name);
    return facts === undefined ? [] : [[name, facts] as const];
  });
  await writeFile(listFile, `${JSON.stringify(Object.fromEntries(ordered), null, 2)}\n`);
} finally {
  await browser.close();
  server.close();
}
