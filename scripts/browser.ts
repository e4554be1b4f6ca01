// Finds the browsers for the tests, or gets them, and says which.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { chromium, type LaunchOptions } from 'playwright';
import { root, runTool } from './commands.ts';

/**
 * What every launch of Chromium in our tests passes: no sandbox (containers have none), no traffic of its own, and
 * what a page asks for on the internet fails at once, so that it decides nothing.
 */
export const browserFlags = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost',
];

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const debian = '/usr/bin/chromium';
const debianShell = '/usr/bin/chromium-headless-shell';
const fixed = [
  debian,
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The browser that is there already: CHROMIUM_PATH, then Playwright's own, then the system's.
 * Undefined when there is none.
 */
export function findBrowser(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') return existsSync(named) ? named : undefined;
  const own = chromium.executablePath();
  if (own !== '' && existsSync(own)) return own;
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...fixed].find((path) => existsSync(path));
}

/** Whether Playwright has fetched the headless shell that belongs to its own browser. */
function hasOwnShell(browser: string): boolean {
  const shell = browser.replace(/([/\\])chromium-(\d+)[/\\].*/, '$1chromium_headless_shell-$2');
  return browser === chromium.executablePath() && shell !== browser && existsSync(shell);
}

/**
 * How the tests launch Chromium where nobody looks: its headless shell if there is one, in which pages open in half
 * the time, else the whole browser. The shell has no extensions, captures no tabs and restores no page from history.
 */
export function headless(): LaunchOptions {
  const browser = findBrowser();
  // Left alone, Playwright takes its own shell.
  if (browser === undefined || hasOwnShell(browser)) return { args: browserFlags };
  return {
    args: browserFlags,
    executablePath: browser === debian && existsSync(debianShell) ? debianShell : browser,
  };
}

const isDebianRoot = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

async function apt(packages: string[]): Promise<boolean> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await runTool('apt-get', ['update', '-q'], { env });
  const result = await runTool('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], {
    env,
  });
  if (result.code !== 0) console.log(result.output.trim().split('\n').slice(-5).join('\n'));
  return result.code === 0;
}

/** Chinese text is part of what the tests look at, so a font for it must be there. */
function hasChineseFont(): boolean {
  const folders = [
    '/usr/share/fonts/opentype/noto',
    '/usr/share/fonts/truetype/wqy',
    '/usr/share/fonts/noto-cjk',
  ];
  if (process.platform !== 'linux') return true;
  return folders.some(
    (folder) => existsSync(folder) && readdirSync(folder).some((name) => /cjk|wqy/i.test(name)),
  );
}

/**
 * The browser to use, fetched if need be: Playwright's own where its download works, else Debian's.
 * Rejects with what to do when neither can be had.
 */
export async function ensureBrowser(log: (line: string) => void = console.log): Promise<string> {
  let path = findBrowser();
  if (process.env.CHROMIUM_PATH && path === undefined)
    throw new Error(`CHROMIUM_PATH names ${process.env.CHROMIUM_PATH}, which does not exist.`);
  if (path === undefined) {
    log("No browser found; trying Playwright's download …");
    await runTool('playwright', ['install', 'chromium']);
    path = findBrowser();
  }
  if (path === undefined && isDebianRoot()) {
    log("That did not work; trying Debian's chromium …");
    await apt(['chromium', ...(hasChineseFont() ? [] : ['fonts-noto-cjk'])]);
    path = findBrowser();
  }
  if (path === undefined)
    throw new Error(
      'No Chromium found. Install one (for example: sudo apt-get install chromium) or set CHROMIUM_PATH.',
    );
  if (path === debian && !existsSync(debianShell) && isDebianRoot()) {
    log('Installing its headless shell, which is quicker …');
    await apt([basename(debianShell)]);
  }
  if (!hasChineseFont() && isDebianRoot()) {
    log('Installing a font for Chinese text …');
    await apt(['fonts-noto-cjk']);
  }
  log(`Browser: ${path}`);
  return path;
}

/** The Firefox that is there already: FIREFOX_PATH, then the system's, then one that was fetched for the tests. */
export function findFirefox(): string | undefined {
  const named = process.env.FIREFOX_PATH;
  if (named !== undefined && named !== '') return existsSync(named) ? named : undefined;
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => ['firefox-esr', 'firefox'].map((name) => join(folder, name)));
  const fetched = existsSync(fetchedBrowsers)
    ? readdirSync(fetchedBrowsers, { recursive: true, encoding: 'utf8' })
        .filter((file) => /[/\\]firefox(?:\.exe)?$/.test(file))
        .map((file) => join(fetchedBrowsers, file))
    : [];
  return [...onPath, '/Applications/Firefox.app/Contents/MacOS/firefox', ...fetched].find(isFile);
}

const fetchedBrowsers = join(root, '.cache', 'browsers');
const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/**
 * The Firefox to use, fetched if need be: by Puppeteer's download where that works, else Debian's.
 * Rejects with what to do when neither can be had.
 */
export async function ensureFirefox(log: (line: string) => void = console.log): Promise<string> {
  let path = findFirefox();
  if (path === undefined) {
    log('No Firefox found; fetching one …');
    await runTool('browsers', ['install', 'firefox@esr', '--path', fetchedBrowsers]);
    path = findFirefox();
  }
  if (path === undefined && isDebianRoot()) {
    log("That did not work; trying Debian's firefox-esr …");
    await apt(['firefox-esr']);
    path = findFirefox();
  }
  if (path === undefined)
    throw new Error(
      'No Firefox found. Install one (for example: sudo apt-get install firefox-esr) or set FIREFOX_PATH.',
    );
  log(`Firefox: ${path}`);
  return path;
}
