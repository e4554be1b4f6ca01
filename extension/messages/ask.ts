import { browser } from 'wxt/browser';
import type { Answer, Body, Question } from './protocol.ts';

/** Asks the worker; the browser starts it if it is not running. Answers `failed` if it cannot be reached. */
export async function ask<Kind extends Question>(
  kind: Kind,
  body: Body<Kind>,
): Promise<Answer<Kind> | { ok: false; error: 'failed' }> {
  try {
    const answered: Answer<Kind> | undefined = await browser.runtime.sendMessage({ hearback: kind, body });
    return answered ?? { ok: false, error: 'failed' };
  } catch {
    return { ok: false, error: 'failed' };
  }
}
