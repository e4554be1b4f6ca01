// One page of the demo product with the widget on it, as a scene of the walk needs it.
import type { Browser, BrowserContext, Page } from 'playwright';
import type { Options } from '../../../../widget/public.ts';
import { type Widget, widgetOn } from '../parts.ts';
import { type Words, wordings, wordsOf } from '../words.ts';
import { pseudo } from './pseudo.ts';
import { type Said, saidIn } from './said.ts';
import { Server } from './server.ts';

/** `he` is laid out from right to left, in words that are none. */
export type Language = 'en' | 'zh-CN' | 'he';

export type Wishes = {
  /** Beside those of the walk. */
  options?: Partial<Options>;
  /** The host lets nothing go. */
  veto?: boolean;
  /** Run in the page before anything else. */
  before?: string;
  /** What this browser keeps for the widget from an earlier visit. */
  kept?: Record<string, string>;
  server?: (server: Server) => void;
  /** A file of the widget that cannot be fetched, as a pattern of its address. */
  missing?: string;
};

export type Stage = {
  context: BrowserContext;
  page: Page;
  widget: Widget;
  server: Server;
  language: Language;
  /** Of what is stored: articles and surveys know no other. */
  locale: 'en' | 'zh-CN';
  words: Words;
  said: Said;
  /** A button of the panel. */
  press(name: string | RegExp): Promise<void>;
  /** Waits for a text in the panel. */
  sees(text: string | RegExp): Promise<void>;
};

const project = 'pk_every_view_0001';

/**
 * Opens it in a browser of its own; the caller closes the context.
 * @param places addresses: of a page without the widget, and of the folder with the widget's files
 */
export async function openStage(
  browser: Browser,
  places: { page: string; widget: string },
  language: Language,
  { options, veto = false, before, kept = {}, server: prepare, missing }: Wishes = {},
): Promise<Stage> {
  const context = await browser.newContext({
    locale: language === 'zh-CN' ? 'zh-CN' : 'en-US',
    timezoneId: language === 'zh-CN' ? 'Asia/Shanghai' : 'Europe/London',
    viewport: { width: 1280, height: 800 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(30_000);
  if (missing !== undefined) await context.route(missing, (route) => route.abort());
  const server = new Server();
  prepare?.(server);
  const page = await context.newPage();
  const entries = Object.entries(kept).map(
    ([name, value]) => [`hearback:${project}:${name}`, value] as const,
  );
  await page.addInitScript((all) => {
    for (const [key, value] of all) localStorage.setItem(key, value);
  }, entries);
  if (before !== undefined) await page.addInitScript(before);
  const said = saidIn(language);
  const all: Options = {
    ...{ project, api: server.api, locale: language, surveys: false },
    ...(language === 'he' && { strings: { he: wordings(pseudo) } }),
    ...options,
  };
  await page.goto(places.page);
  await page.evaluate(
    `import('${places.widget}/index.js').then(({ init }) => {
      const veto = ${veto} ? { beforeSend: () => null } : {};
      init({ ...${JSON.stringify(all)}, ...veto });
    })`,
  );
  const widget = widgetOn(page);
  await widget.launcher.waitFor({ state: 'attached' });
  const words = wordsOf(language, pseudo);
  return {
    ...{ context, page, widget, server, language, words, said },
    locale: language === 'zh-CN' ? 'zh-CN' : 'en',
    press: (name) =>
      widget.panel
        .getByRole('button', { name, exact: typeof name === 'string' })
        .first()
        .click(),
    sees: (text) => widget.panel.getByText(text).first().waitFor(),
  };
}
