import type { Context, CustomContext, Logs } from '../domain/context.ts';
import { limits } from '../domain/limits.ts';
import { isSecretName } from './named.ts';
import { redact } from './redact.ts';

/**
 * What goes with a message, without secrets: addresses, title, the host's facts and the logs. The widget uses it on
 * what it gathered, the function again on what arrives. Lengths stay within the limits.
 */
export function redactContext(context: Context): Context {
  const { pageUrl, pageTitle, referrer, custom, logs } = context;
  const page = pageUrl && shorten(pageUrl, 2048);
  return {
    ...context,
    // An address that is none any more is nobody's.
    ...(pageUrl && { pageUrl: page && URL.canParse(page) ? page : undefined }),
    ...(pageTitle && { pageTitle: shorten(pageTitle, 300) }),
    ...(referrer && { referrer: shorten(referrer, 2048) }),
    ...(custom && { custom: redactCustom(custom) }),
    ...(logs && { logs: redactLogs(logs) }),
  };
}

/** The host's facts: what is called a secret is one, whatever its value. */
export function redactCustom(custom: CustomContext): CustomContext {
  return Object.fromEntries(
    Object.entries(custom).map(([name, value]) => [name, redactFact(name, value)] as const),
  );
}

function redactFact(name: string, value: string | number | boolean): string | number | boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string')
    return isSecretName(name) ? '[secret]' : shorten(value, limits.customTextLength);
  // The number of a card is one as a number, too. What is called a token may be a count of tokens.
  const clean = redact(`${value}`);
  return clean === `${value}` ? value : clean;
}

export function redactLogs({ errors, requests, steps }: Logs): {
  [Key in keyof Logs]?: Exclude<Logs[Key], undefined>;
} {
  return {
    ...(errors && {
      errors: errors.map((line) => ({ ...line, text: shorten(line.text, limits.logTextLength) })),
    }),
    ...(requests && {
      requests: requests.map((line) => ({ ...line, path: shorten(line.path, limits.logPathLength) })),
    }),
    ...(steps && {
      steps: steps.map((line) => ({ ...line, text: shorten(line.text, limits.logStepLength) })),
    }),
  };
}

/** Redacted first: cut before, a secret would be too short to be known. */
const shorten = (text: string, max: number): string => redact(text).slice(0, max);
