import { useEffect } from 'preact/hooks';
import { usePanel } from '../app/panel.ts';

/** Says a text aloud, once for each text. */
export function useAnnouncement(text: string): void {
  const { announce } = usePanel();
  useEffect(() => announce(text), [text]);
}
