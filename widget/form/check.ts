import { messageLength } from '../../shared/domain/message-length.ts';

export type TextProblem = { kind: 'missing' } | { kind: 'long'; by: number };

/** What stands in the way of sending `text`; null where nothing does. Counted as the server counts. */
export function checkText(text: string): TextProblem | null {
  const { length } = text.trim();
  if (length === 0) return { kind: 'missing' };
  return length > messageLength ? { kind: 'long', by: length - messageLength } : null;
}

/** An address a person may have meant; the server looks closer. Empty is fine. */
export function checkEmail(email: string): boolean {
  const address = email.trim();
  return address === '' || (address.length <= 254 && /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(address));
}
