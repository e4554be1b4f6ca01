import { useState } from 'preact/hooks';

const key = 'hearback:inbox:marks';

/** Whether marks are shown, and how to change it. Remembered until the tab is closed, for all pictures. */
export function useMarksShown(): [boolean, (shown: boolean) => void] {
  const [shown, setShown] = useState(() => read() !== 'hidden');
  return [
    shown,
    (next) => {
      write(next ? null : 'hidden');
      setShown(next);
    },
  ];
}

function read(): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {
    // Blocked: remembered as long as the picture is open.
  }
}
