import { redactContext } from '../../../shared/redact/context.ts';
import type { Context, Logs } from '../../public.ts';
import { tidyContext } from '../../sending/tidy-context.ts';
import { addressToTell } from '../address.ts';

/** What the page told: facts of the host product, and what was noted where it asked for logs. */
export interface Told {
  readonly custom: Record<string, string | number | boolean>;
  readonly logs: Logs | null;
}

/**
 * All there is to tell of where a message is written, without the secrets that the server would take out before it
 * keeps it. What of it goes is the visitor's choice (see parts.ts).
 */
export function collectContext(window: Window, language: string, told: Told): Context {
  const { document, location, navigator } = window;
  const { logs, custom } = told;
  const context = redactContext({
    // A page opened from a file has no address that means anything to anybody else: that is no part of it.
    pageUrl: addressToTell(location.href),
    pageTitle: document.title,
    referrer: addressToTell(document.referrer),
    userAgent: navigator.userAgent,
    language: navigator.language || language,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    viewportWidth: window.innerWidth,
    viewportHeight: window.innerHeight,
    devicePixelRatio: Math.min(16, Math.max(0.1, window.devicePixelRatio)),
    custom,
    ...(logs && { logs }),
  });
  return tidyContext(context);
}
