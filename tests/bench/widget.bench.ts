import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright';
import { browserFlags, ensureBrowser } from '../../scripts/browser.ts';
import { bundledGzip, bundledParts, gzipBytes, kilobytes } from './bundle.ts';
import { installPeers, peersFolder } from './peers.ts';
import type { Bench } from './row.ts';

const dist = fileURLToPath(new URL('../../dist/widget', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));

const page = `<!doctype html><meta charset="utf-8"><title>bench</title><p>A page.</p>
<script>
  window.shift = 0; window.long = 0;
  new PerformanceObserver((list) => { for (const e of list.getEntries()) window.shift += e.value; }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => { window.long += list.getEntries().length; }).observe({ type: 'longtask', buffered: true });
</script>
<script async src="/hearback.js" data-project="pk_bench_0000000001" data-api="http://127.0.0.1:9"></script>`;

type Load = { requests: number; bytes: number };

/** Serves the built widget and adds up what a page fetches of it. */
async function serveWidget() {
  let load: Load = { requests: 0, bytes: 0 };
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
    if (path === '/') return response.setHeader('content-type', 'text/html').end(page);
    const file = await readFile(join(dist, path)).catch(() => undefined);
    if (!file) return response.writeHead(404).end();
    if (path.endsWith('.js')) load = { requests: load.requests + 1, bytes: load.bytes + gzipBytes(file) };
    return response
      .setHeader('content-type', path.endsWith('.js') ? 'text/javascript' : 'text/plain')
      .end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    /** What was fetched since the last call. */
    take(): Load {
      const taken = load;
      load = { requests: 0, bytes: 0 };
      return taken;
    },
    close: () => server.close(),
  };
}

/** What is fetched from the press on the launcher until a problem can be written down and nothing more comes. */
async function openForm(tab: Page, served: { take(): Load }): Promise<Load> {
  await tab.locator('hearback-widget').getByRole('button').first().click();
  const dialog = tab.getByRole('dialog');
  await dialog
    .getByRole('button', { name: /problem/i })
    .first()
    .click();
  await dialog.getByRole('textbox').first().waitFor();
  await tab.waitForLoadState('networkidle');
  return served.take();
}

/** What a page pays for the widget before the first click and for the open form, counted in a real browser. */
export const bench: Bench = async () => {
  installPeers();
  const served = await serveWidget();
  const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: browserFlags });
  try {
    const tab = await browser.newPage();
    await tab.goto(served.url);
    const launcher = tab.locator('hearback-widget, [data-hearback]').getByRole('button').first();
    await launcher.waitFor();
    await tab.waitForLoadState('networkidle');
    const before = served.take();
    const quiet = await tab.evaluate(() => ({
      shift: Number(Reflect.get(window, 'shift')),
      long: Number(Reflect.get(window, 'long')),
    }));
    const form = await openForm(tab, served);
    // The same with nothing but the panel's own two files: what the form waits for.
    const alone = await browser.newPage();
    await alone.route(/\/chunks\/(?!core-|app-)/, (route) => route.abort());
    await alone.goto(served.url);
    served.take();
    const needed = await openForm(alone, served);

    const sentry = (integration: string) =>
      bundledGzip(
        `import { init, ${integration} } from '@sentry/browser';
         init({ dsn: 'https://a@127.0.0.1/1', integrations: [${integration}()] });`,
        peersFolder,
      );
    const sentryBefore = await sentry('feedbackAsyncIntegration');
    const sentryForm = await sentry('feedbackSyncIntegration');
    const posthog = await bundledGzip(
      `import posthog from 'posthog-js'; import 'posthog-js/dist/surveys'; posthog.init('x', {});`,
      peersFolder,
    );
    // From npm comes a wrapper only: the rest is a script that it fetches from the Formbricks server.
    const formbricks = await bundledGzip(
      `import formbricks from '@formbricks/js'; formbricks.setup({ environmentId: 'x', appUrl: 'x' });`,
      peersFolder,
    );
    const editorCode = `export { AnnotationEditor } from './shared/annotate/editor/editor.tsx';
       import css from './shared/annotate/editor.css?inline';
       export { css };`;
    const onThePage = ['preact', 'preact/hooks', 'preact/jsx-runtime'];
    const editor = await bundledGzip(editorCode, root, onThePage);
    const whole = await bundledParts(
      `${editorCode}
       export { flatten } from './shared/annotate/flatten.ts';
       export { asSent } from './shared/annotate/model/sent.ts';
       export { serialise } from './shared/annotate/model/parse.ts';`,
      root,
      onThePage,
    );
    const marker = await bundledGzip(`export { MarkerArea } from 'markerjs3';`, peersFolder);
    const konva = await bundledGzip(`export { default } from 'konva';`, peersFolder);

    return [
      {
        what: 'widget before the first click, gzip',
        budget: '≤ 3 KB, one request',
        value: `${kilobytes(before.bytes)}, ${before.requests} request(s)`,
        peer: `Sentry feedback ${kilobytes(sentryBefore)}, PostHog surveys ${kilobytes(posthog)}, Formbricks ${kilobytes(formbricks)} and then a script of its server (275 KB in 5.1); BugPin is not on npm (132 KB in 1.0.3)`,
        met: before.bytes <= 3 * 1024 && before.requests === 1,
      },
      {
        what: 'widget before the first click, page',
        budget: 'no long task, no layout shift',
        value: `${quiet.long} long task(s), shift ${quiet.shift}`,
        peer: '',
        met: quiet.long === 0 && quiet.shift === 0,
      },
      {
        what: 'form open, Preact included, gzip more',
        budget: '≤ 16 KB',
        value: `${kilobytes(needed.bytes)}, ${needed.requests} request(s); with all that comes by itself a moment later ${kilobytes(form.bytes)}, ${form.requests}`,
        peer: `Sentry feedback with form ${kilobytes(sentryForm)} in all`,
        met: needed.bytes <= 16 * 1024,
      },
      {
        what: 'annotation editor when it opens, on top of Preact, gzip',
        budget: '≤ 14 KB',
        value: `${kilobytes(editor)}, its sheet included: all tools on screen, a first mark drawn, undo`,
        peer: `markerjs3 ${kilobytes(marker)}, konva ${kilobytes(konva)}`,
        met: editor <= 14 * 1024,
      },
      {
        what: 'annotation editor with all that comes later',
        budget: '',
        value: `${kilobytes(whole.atOnce + whole.later)}: selecting, changing and copying marks, crop, strokes, texts, spoken sentences, list of keys, making the file`,
        peer: '',
        met: true,
      },
    ];
  } finally {
    await browser.close();
    served.close();
  }
};
