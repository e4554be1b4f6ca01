// What is wrong with the views and states of the widget, looked at in one language after its own manner.
import type { Browser, Page } from 'playwright';
import * as icons from '../../../../shared/ui/icons-first.ts';
import { misfits, outOfReach } from '../../support/fits.ts';
import { saidOf, violations } from '../../support/scan.ts';
import { englishSentences } from '../words.ts';
import type { Scene } from './scene.ts';
import { scenes } from './scenes.ts';
import { address } from './server.ts';
import { type Language, openStage, type Stage } from './stage.ts';

const host = 'hearback-widget';
const within = { within: host };
const english = await englishSentences();

/** What is meant to scroll: tables, code, pictures that are larger than their window, the tools of a low window. */
const scrolls = '.prose, .viewer-room, .hb-annotate-stage, .hb-annotate-group, textarea';
const layers = ['.hb-menu', 'dialog[open]', '.editor-layer', '.panel', '.survey'];

type Note = (where: string, found: readonly string[]) => void;

/** Once with every rule there is; in the dark and when it is narrow with what that can break. */
async function inEnglish({ page }: Stage, note: Note, again?: () => Promise<void>): Promise<void> {
  note('light', await violations(page, 'wcag', within));
  await page.emulateMedia({ colorScheme: 'dark' });
  note('dark', await violations(page, 'colour', within));
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 320, height: 640 });
  await again?.();
  note('320 wide', await violations(page, 'reflow', within));
}

async function inChinese({ page }: Stage, note: Note, again?: () => Promise<void>): Promise<void> {
  note('English', await saidOf(page, english, within));
  await page.setViewportSize({ width: 320, height: 640 });
  await again?.();
  note('320 wide', await misfits(page, host, scrolls));
}

const pointing: readonly string[] = [icons.arrowLeft, icons.chevronRight, icons.send];

/** What still points where it points from left to right: the icons of ways back and on. */
const notMirrored = (page: Page) =>
  page.evaluate(
    ([name, paths]) =>
      [...(document.querySelector(name)?.shadowRoot?.querySelectorAll('svg') ?? [])]
        .filter((icon) => paths.includes(icon.querySelector('path')?.getAttribute('d') ?? ''))
        .filter((icon) => icon.checkVisibility())
        .filter((icon) =>
          [icon, icon.querySelector('path')].every(
            (part) =>
              part &&
              !getComputedStyle(part).transform.startsWith('matrix(-1') &&
              getComputedStyle(part).scale !== '-1 1',
          ),
        )
        .map((icon) => icon.closest('button, a')?.textContent ?? ''),
    [host, pointing] as const,
  );

/** A second bar beside the one that scrolls what stands between head and foot. */
const scrollsTwice = (page: Page) =>
  page.evaluate((name) => {
    const panel = document.querySelector(name)?.shadowRoot?.querySelector('.panel');
    const body = panel?.querySelector('.body');
    if (!panel || !body || getComputedStyle(body).overflowY === 'visible') return [];
    const more = panel.scrollHeight - panel.clientHeight;
    return more > 0 ? [`the panel scrolls by ${more} pixels beside its body`] : [];
  }, host);

/** From right to left, and in windows as small as they get: a narrow phone, and 400 % of a small screen. */
async function fromRightToLeft({ page }: Stage, note: Note, again?: () => Promise<void>): Promise<void> {
  note('English', await saidOf(page, english, within));
  note('mirrored', await notMirrored(page));
  note('wide', [...(await misfits(page, host, scrolls)), ...(await scrollsTwice(page))]);
  for (const [width, height] of [
    [320, 640],
    [320, 256],
  ] as const) {
    await page.setViewportSize({ width, height });
    await again?.();
    note(`${width} × ${height}`, await misfits(page, host, scrolls));
    note(`${width} × ${height}, out of reach`, await outOfReach(page, host, layers));
  }
}

const looks = { en: inEnglish, 'zh-CN': inChinese, he: fromRightToLeft };

/** What is wrong with each state, by its name. */
export async function faultyStates(
  browser: Browser,
  demoUrl: string,
  language: Language,
  chosen: readonly Scene[] = scenes,
): Promise<Record<string, string[]>> {
  const faulty: Record<string, string[]> = {};
  const places = { page: `${address}/page`, widget: `${demoUrl}/hearback` };
  for (const scene of chosen) {
    const stages: Stage[] = [];
    const open = async (wishes?: Parameters<typeof openStage>[3]) => {
      const stage = await openStage(browser, places, language, wishes);
      stages.push(stage);
      return stage;
    };
    await scene.play(open, async (stage, state, again) => {
      const found: string[] = [];
      await looks[language](
        stage,
        (where, what) => found.push(...what.map((one) => `${where}: ${one}`)),
        again,
      );
      await stage.page.setViewportSize({ width: 1280, height: 800 });
      await again?.();
      if (found.length > 0) faulty[`${language}: ${scene.name}: ${state}`] = found;
    });
    for (const { context } of stages) await context.close();
  }
  return faulty;
}
