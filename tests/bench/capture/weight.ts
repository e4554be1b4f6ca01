import type { BuiltEngine } from './engines.ts';
import type { BenchPage } from './pages.ts';
import type { Bench } from './shoot.ts';
import { closePage, openPage } from './tab.ts';

export type Weight = {
  /** The longest single task on the page's main thread during one capture, in milliseconds; 0 where all are below 50. */
  longestTask: number;
  /** Bytes on the JavaScript heap that are there after three captures and were not after the first. */
  kept: number;
};

/** What a capture of this page costs its main thread, and what it leaves in memory. */
export async function weigh(bench: Bench, page: BenchPage, engine: BuiltEngine): Promise<Weight> {
  const tab = await openPage(bench.browser, bench.sites.url(page.site, page.path), page, 1);
  try {
    const session = await tab.context().newCDPSession(tab);
    const take = () =>
      tab.evaluate(
        `import('/__bench/${engine.name}/${engine.entry}').then((module) => module.take()).then(() => {})`,
      );
    const heap = async () => {
      await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Runtime.getHeapUsage')).usedSize;
    };
    await tab.evaluate(() => {
      const tasks: number[] = [];
      Reflect.set(window, 'tasks', tasks);
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) tasks.push(entry.duration);
      }).observe({ type: 'longtask' });
    });
    await take();
    // A task is reported after it has ended, so the next frames are waited for.
    const longestTask = await tab.evaluate(async () => {
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
      return Math.max(0, ...Array.from(Reflect.get(window, 'tasks') as Iterable<number>));
    });
    const before = await heap();
    for (let call = 0; call < 3; call++) await take();
    return { longestTask, kept: (await heap()) - before };
  } finally {
    await closePage(tab);
  }
}
