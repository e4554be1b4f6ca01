import type { Context } from '../../shared/domain/context.ts';
import { addressToTell } from './address.ts';

/** The facts about page and browser that go with a message. Each is shown before it goes. */
export function collectContext(window: Window, locale: string): Context {
  const { document, location, navigator } = window;
  return {
    // A page opened from a file has no address that means anything to anybody else.
    ...(/^https?:$/.test(location.protocol) ? { pageUrl: addressToTell(location.href) } : {}),
    pageTitle: document.title.slice(0, 300),
    ...(document.referrer ? { referrer: addressToTell(document.referrer) } : {}),
    userAgent: navigator.userAgent.slice(0, 512),
    language: (navigator.language || locale).slice(0, 35),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone.slice(0, 64),
    viewportWidth: window.innerWidth,
    viewportHeight: window.innerHeight,
    devicePixelRatio: Math.min(16, Math.max(0.1, window.devicePixelRatio)),
  };
}
