const prefix = 'hearback:inbox:';

/** What this browser remembers under `key`; null where there is nothing or storage is blocked. */
export function readText(key: string): string | null {
  try {
    return localStorage.getItem(prefix + key);
  } catch {
    return null;
  }
}

/** Remembers `text`, or forgets with null. A browser that blocks storage remembers until the page is closed only. */
export function writeText(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(prefix + key);
    else localStorage.setItem(prefix + key, text);
  } catch {
    // Blocked or full: preferences and drafts last as long as the page.
  }
}
