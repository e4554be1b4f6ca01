import { notices } from './notices.ts';

/** Puts `text` on the clipboard and says so, or says what to do where the browser does not let a page. */
export async function copyText(text: string, done: string, failed: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notices.show({ text: done });
  } catch {
    notices.show({ tone: 'danger', text: failed });
  }
}
