import { limits } from '../../shared/domain/limits.ts';
import type { Context, Logs } from '../public.ts';

type Line = Record<string, unknown>;

const texts = { pageUrl: 2048, pageTitle: 300, referrer: 2048, userAgent: 512, language: 35, timeZone: 64 };
const sizes = ['viewportWidth', 'viewportHeight', 'devicePixelRatio'] as const;
const stepKinds = ['click', 'route', 'note'] as const;

/**
 * What of anything is a context as the server takes it: known fields of the right kind, texts cut to their length.
 * The rest is left out, so that a slip of the host's own code does not keep a visitor's message from going.
 */
export function tidyContext(given: unknown): Context {
  const facts = recordOf(given);
  const tidy: Context = {};
  for (const [name, max] of entriesOf(texts)) {
    const text = textOf(facts[name], max);
    if (text && (name !== 'pageUrl' || isPage(text))) tidy[name] = text;
  }
  for (const name of sizes) {
    const size = facts[name];
    if (typeof size === 'number' && Number.isFinite(size)) tidy[name] = size;
  }
  const custom = tidyCustom(facts.custom);
  if (Object.keys(custom).length > 0) tidy.custom = custom;
  if (facts.logs !== undefined) tidy.logs = tidyLogs(recordOf(facts.logs));
  return tidy;
}

/** Facts of the host product: short texts, finite numbers, yes and no; the first thirty. */
export function tidyCustom(given: unknown): NonNullable<Context['custom']> {
  const fits = (value: unknown): value is string | number | boolean =>
    typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
  const kept: [string, string | number | boolean][] = [];
  for (const [name, value] of Object.entries(recordOf(given))) {
    if (kept.length === limits.customKeys) break;
    const key = textOf(name, limits.customKeyLength);
    if (key && fits(value))
      kept.push([key, typeof value === 'string' ? (textOf(value, limits.customTextLength) ?? '') : value]);
  }
  return Object.fromEntries(kept);
}

function tidyLogs({ errors, requests, steps }: Line): Logs {
  return {
    ...(Array.isArray(errors) && {
      errors: lines(errors, limits.logErrors, ({ at, text }) => ({
        at: timeOf(at),
        text: textOf(text, limits.logTextLength),
      })),
    }),
    ...(Array.isArray(requests) && {
      requests: lines(requests, limits.logRequests, ({ at, method, path, status, ms }) => ({
        at: timeOf(at),
        method: textOf(method, 20),
        path: textOf(path, limits.logPathLength),
        status: wholeOf(status, 599),
        ms: wholeOf(ms, Number.MAX_SAFE_INTEGER),
      })),
    }),
    ...(Array.isArray(steps) && {
      steps: lines(steps, limits.logSteps, ({ at, kind, text }) => ({
        at: timeOf(at),
        kind: stepKinds.find((each) => each === kind),
        text: textOf(text, limits.logStepLength),
      })),
    }),
  };
}

const isPage = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

type Whole<L> = { [Key in keyof L]: Exclude<L[Key], undefined> };

/** The last `max` lines of which every part is there. */
function lines<L extends object>(
  given: readonly unknown[],
  max: number,
  read: (line: Line) => L,
): Whole<L>[] {
  const isWhole = (line: L): line is L & Whole<L> => !Object.values(line).includes(undefined);
  return given
    .map((line) => read(recordOf(line)))
    .filter(isWhole)
    .slice(-max);
}

/** A text that PostgreSQL can keep: it takes neither null characters nor halves of surrogate pairs. */
function textOf(value: unknown, max: number): string | undefined {
  return typeof value === 'string' ? value.replaceAll('\0', '').slice(0, max).toWellFormed() : undefined;
}

/** As JavaScript writes times. */
const timeOf = (value: unknown): string | undefined => {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
};

const wholeOf = (value: unknown, max: number): number | undefined =>
  typeof value === 'number' && value >= 0 ? Math.min(max, Math.round(value)) : undefined;

const recordOf = (value: unknown): Line =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};

const entriesOf = <Key extends string>(record: Record<Key, number>) => {
  const isKey = (name: string): name is Key => name in record;
  return Object.entries<number>(record).flatMap(([name, max]) => (isKey(name) ? [[name, max] as const] : []));
};
