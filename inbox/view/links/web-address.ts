/** Whether `text` is an http or https address, so that following it can run nothing. */
export function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
