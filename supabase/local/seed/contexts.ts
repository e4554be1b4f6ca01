// Where the demo's visitors were when they wrote, and what went on before: some hosts have logs, some have facts.
import type { Context, LoggedRequest, Logs } from '../../../shared/domain/context.ts';
import type { Locale } from '../../../shared/domain/nouns.ts';
import { demoOrigins } from '../demo.ts';
import { browserNamed } from './browsers.ts';
import type { Random } from './random.ts';
import type { ConversationText } from './texts.ts';

const zones: Readonly<Record<Locale, readonly [string, ...string[]]>> = {
  en: ['Europe/London', 'Europe/Berlin', 'Europe/Madrid', 'America/New_York', 'Africa/Lagos'],
  'zh-CN': ['Asia/Shanghai'],
};
const titles: Readonly<Record<string, string>> = {
  'index.html': 'Dashboard',
  'charts.html': 'Charts',
  'tables.html': 'Tables',
  'cards.html': 'Cards',
  'login.html': 'Login',
  'register.html': 'Register',
  'blank.html': 'Blank',
  'utilities-color.html': 'Color Utilities',
};
const buttons: Readonly<Record<Locale, readonly [string, ...string[]]>> = {
  en: ['Generate Report', 'Last 30 days', 'Revenue Sources', 'Next page', 'Filter'],
  'zh-CN': ['生成报告', '最近 30 天', '收入来源', '下一页', '筛选'],
};
const errors = [
  "TypeError: Cannot read properties of undefined (reading 'points') at drawTooltip (chart.js:412:31)",
  'Warning: column widths do not add up to 100 %',
  'Error: Request failed with status 504 at loadReport (report.js:88:11)',
] as const;
type Failure = Omit<LoggedRequest, 'at'>;
const requests: readonly [Failure, ...Failure[]] = [
  { method: 'POST', path: '/api/reports', status: 504, ms: 60_012 },
  { method: 'GET', path: '/api/charts/revenue', status: 500, ms: 231 },
  { method: 'GET', path: '/api/me/avatar', status: 404, ms: 48 },
  { method: 'GET', path: '/api/shipments', status: 0, ms: 15_003 },
];

/** The minutes before a report: the way to the page, a few clicks, and what failed meanwhile. */
function logsOf(text: ConversationText, random: Random, written: number): Logs {
  const before = (seconds: number) => new Date(written - seconds * 1000).toISOString();
  const [error, request] = [random.pick(errors), random.pick(requests)];
  return {
    errors: [{ at: before(21), text: error }],
    requests: [{ at: before(22), ...request }],
    steps: [
      { at: before(random.whole(90, 170)), kind: 'route', text: '/index.html' },
      { at: before(random.whole(60, 80)), kind: 'route', text: `/${text.page}` },
      { at: before(random.whole(40, 55)), kind: 'click', text: random.pick(buttons[text.locale]) },
      { at: before(random.whole(23, 35)), kind: 'click', text: random.pick(buttons[text.locale]) },
    ],
  };
}

/** @param written when the conversation began, milliseconds since 1970 */
export function contextOf(text: ConversationText, random: Random, written: number): Context {
  const browser = browserNamed(text.browser);
  const origin = demoOrigins[0];
  const context: Context = {
    pageUrl: `${origin}/${text.page}`,
    pageTitle: `SB Admin 2 - ${titles[text.page] ?? text.page}`,
    referrer: random.next() < 0.6 ? `${origin}/index.html` : '',
    userAgent: browser.userAgent,
    language: text.locale === 'en' ? random.pick(['en-GB', 'en-US', 'en']) : 'zh-CN',
    timeZone: random.pick(zones[text.locale]),
    viewportWidth: text.viewport.width,
    viewportHeight: text.viewport.height,
    devicePixelRatio: browser.pixelRatio,
  };
  if (text.kind !== 'bug') return context;
  const custom = {
    plan: random.pick(['team', 'business', 'starter']),
    depots: random.whole(1, 12),
    build: '2.33.4',
    beta: random.next() < 0.3,
  };
  // Two of three who report a bug have left the logs in.
  return random.next() < 0.67
    ? { ...context, custom, logs: logsOf(text, random, written) }
    : { ...context, custom };
}
