import { browser } from 'wxt/browser';
import { makeWish, type Wish } from '../messages/wish.ts';
import { openPanel } from './open-panel.ts';

/** Names of the keys in the manifest. */
const parts: Partial<Record<string, Wish['part']>> = {
  'capture-visible': 'visible',
  'capture-area': 'area',
};

/**
 * Takes the page in front when the member presses a key for it. Like the click on the icon that lets the extension at
 * the page; the picture itself is taken by the panel, which has a canvas. To be set up in the worker's first turn.
 */
export function onCaptureKey(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    const part = parts[command];
    if (!part || tab?.id === undefined) return;
    openPanel(tab.windowId);
    void makeWish({ part, tabId: tab.id, windowId: tab.windowId, at: Date.now() });
  });
}
