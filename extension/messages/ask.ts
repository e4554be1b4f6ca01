import { browser } from 'wxt/browser';
import type { Answer, Body, Question } from './protocol.ts';

/**
 * Asks the worker; the browser starts it if it is not running. One that the browser ends while it is asked is asked
 * once more: every question may be. Answers `failed` if it cannot be reached.
 */
export async function ask<Kind extends Question>(
  kind: Kind,
  body: Body<Kind>,
): Promise<Answer<Kind> | { ok: false; error: 'failed' }> {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const answered: Answer<Kind> | undefined = await browser.runtime.sendMessage({ hearback: kind, body });
      if (answered) return answered;
    } catch {
      // The line broke, or nobody was there.
    }
  }
  return { ok: false, error: 'failed' };
}
