import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright';
import { chromium } from 'playwright';
import { browserFlags, ensureBrowser } from '../../scripts/browser.ts';
import type { EditorBench } from './annotate/editor-page.tsx';
import type { KonvaBench } from './annotate/konva-page.ts';
import type { Latency } from './annotate/latency.ts';
import { quantile, traceDrags } from './annotate/latency.ts';
import { script } from './annotate/script.ts';
import { installPeers, peersFolder } from './peers.ts';
import type { Bench, Row } from './row.ts';

declare global {
  interface Window {
    readonly bench: EditorBench;
    readonly konvaBench: KonvaBench;
  }
}

const here = fileURLToPath(new URL('./annotate', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
const FRAME = 1000 / 60;
const SHAPES = 200;

const scenes = [
  { name: '1440×900', width: 1440, height: 900, scale: 1 },
  { name: '3840×2160', width: 3840, height: 2160, scale: 2 },
] as const;
type Scene = (typeof scenes)[number];

/** Key of each tool that draws by a drag. */
const tools = {
  box: 'b',
  ellipse: 'o',
  arrow: 'a',
  line: 'l',
  pen: 'p',
  highlighter: 'h',
  step: 'n',
  redact: 'r',
};

/** How quickly the annotation editor follows the pointer, and how long it takes to burn everything in. */
export const bench: Bench = async () => {
  installPeers();
  const code = await script(join(here, 'editor-page.tsx'), root);
  const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: browserFlags });
  try {
    const alone = await blankPage(browser);
    const rows: Row[] = [];
    for (const scene of scenes) {
      const peer = await konva(browser, scene);
      rows.push(...(await editor(browser, code, scene, { alone, peer })));
    }
    rows.push(await flattening(browser, code));
    return rows;
  } finally {
    await browser.close();
  }
};

const newPage = (browser: Browser) => browser.newPage({ viewport: { width: 1280, height: 800 } });

async function editor(
  browser: Browser,
  code: string,
  scene: Scene,
  others: { alone: Latency[]; peer: Latency[] },
): Promise<Row[]> {
  const page = await newPage(browser);
  await page.addScriptTag({ content: code });
  await page.evaluate(([width, height, count, scale]) => window.bench.mount(width, height, count, scale), [
    scene.width,
    scene.height,
    SHAPES,
    scene.scale,
  ] as const);
  const stage = page.locator('.hb-annotate-stage');
  await stage.focus();
  const box = await stage.boundingBox();
  if (!box) throw new Error('the editor does not show');
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };

  const drawn: Latency[] = [];
  let slowest = { tool: '', value: 0 };
  for (const [tool, key] of Object.entries(tools)) {
    await page.keyboard.press(key);
    const latencies = await traceDrags(browser, page, () =>
      drag(page, { x: middle.x - 200, y: middle.y - 90 }),
    );
    drawn.push(...latencies);
    const value = quantile(
      latencies.map(({ total }) => total),
      0.95,
    );
    if (value > slowest.value) slowest = { tool, value };
    await page.keyboard.press('Control+z');
  }
  await page.keyboard.press('v');
  const moved = await traceDrags(browser, page, () => drag(page, middle));
  await page.close();

  const where = `${SHAPES} shapes, ${scene.name}`;
  return [
    row(`pointer to paint, drawing, ${where}`, drawn, `slowest: ${slowest.tool}; `, [
      ['browser alone', others.alone],
    ]),
    row(`pointer to paint, dragging a shape, ${where}`, moved, '', [['konva', others.peer]]),
  ];
}

function row(
  what: string,
  latencies: readonly Latency[],
  note: string,
  peers: readonly (readonly [string, readonly Latency[]])[],
): Row {
  const totals = latencies.map(({ total }) => total);
  const handled = `${quantile(
    latencies.map((one) => one.handled),
    0.5,
  ).toFixed(1)} ms`;
  return {
    what,
    budget: 'p95 ≤ 1 frame',
    value: `${figures(latencies)}; from the page's handler on ${handled}; ${note}${latencies.length} events`,
    peer: peers.map(([name, those]) => `${name} ${figures(those)}`).join(', '),
    met: quantile(totals, 0.95) <= FRAME,
  };
}

function figures(latencies: readonly Latency[]): string {
  const of = (part: number) =>
    quantile(
      latencies.map(({ total }) => total),
      part,
    ).toFixed(1);
  return `${of(0.5)} ms, p95 ${of(0.95)} ms`;
}

/** A drag along a bow of sixty steps, each waited for, as the browser hands out one move a frame anyway. */
async function drag(page: Page, from: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let step = 1; step <= 60; step++)
    await page.mouse.move(from.x + step * 3, from.y + 60 * Math.sin(step / 20));
  await page.mouse.up();
}

/** The least that any page can do: one rectangle follows the pointer. */
async function blankPage(browser: Browser): Promise<Latency[]> {
  const page = await newPage(browser);
  await page.setContent(`<body style="margin:0"><svg width="1280" height="800"><rect width="50" height="50"/></svg>
    <script>
      const rect = document.querySelector('rect');
      // In a frame of its own accord, as everybody does it: else Chromium keeps no account of the event.
      addEventListener('pointermove', ({ clientX, clientY }) => requestAnimationFrame(() => {
        rect.setAttribute('x', clientX);
        rect.setAttribute('y', clientY);
      }));
    </script>`);
  const latencies = await traceDrags(browser, page, () => drag(page, { x: 300, y: 300 }));
  await page.close();
  return latencies;
}

async function konva(browser: Browser, scene: Scene): Promise<Latency[]> {
  const page = await newPage(browser);
  await page.addScriptTag({ path: join(peersFolder, 'node_modules/konva/konva.min.js') });
  await page.addScriptTag({ content: await script(join(here, 'konva-page.ts'), root) });
  await page.evaluate(
    ([width, height, count, scale]) => window.konvaBench.mount(width, height, count, scale),
    [scene.width, scene.height, SHAPES, scene.scale] as const,
  );
  const zoom = Math.min(1280 / scene.width, 800 / scene.height);
  const middle = { x: (scene.width / 2) * zoom, y: (scene.height / 2) * zoom };
  const latencies = await traceDrags(browser, page, () => drag(page, middle));
  await page.close();
  return latencies;
}

async function flattening(browser: Browser, code: string): Promise<Row> {
  const page = await newPage(browser);
  await page.addScriptTag({ content: code });
  const times = await page.evaluate((count) => window.bench.flatten(3840, 2160, count, 9), SHAPES);
  await page.close();
  const median = quantile(times, 0.5);
  return {
    what: `flatten 3840×2160 with ${SHAPES} shapes`,
    budget: '≤ 300 ms',
    value: `${median.toFixed(0)} ms, first ${(times[0] ?? Number.NaN).toFixed(0)} ms`,
    peer: '',
    met: median <= 300,
  };
}
