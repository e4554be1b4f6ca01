import { browser } from 'wxt/browser';
import { belongsTo } from '../filing/filing.ts';
import { tell } from '../messages/changes.ts';
import { answer, isMessage } from '../messages/protocol.ts';
import { answerers } from './answers.ts';
import { onCaptureKey } from './capture-keys.ts';
import { connected } from './connection.ts';
import { filingServer } from './filing-server.ts';
import { openPanel } from './open-panel.ts';
import { openQueue, takeOver } from './queue.ts';
import { onWake, setAlarm } from './waking.ts';

/**
 * The background worker: it alone signs in and files. The browser ends it after half a minute without work and
 * starts it anew for a message, an alarm or a click, so everything it knows lies in storage, and every listener
 * is set up in its first turn.
 */
export function startWorker(): void {
  const queue = openQueue(async (filing, signal) => {
    const open = await connected();
    const member = await open?.backend.member();
    const signIn = open && member ? { apiUrl: open.connection.apiUrl, userId: member.userId } : null;
    return open && belongsTo(filing, signIn) ? filingServer(open.backend, signal) : null;
  });
  const changed = () => tell('status');
  const asked = answerers(queue, changed);

  browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    if (sender.id !== browser.runtime.id || !isMessage(message, asked)) return false;
    void answer(asked, message).then(respond);
    // The answer comes later.
    return true;
  });

  browser.action.onClicked.addListener((tab) => {
    openPanel(tab.windowId);
    // An open panel may look at the page now.
    tell('page');
  });

  onCaptureKey();

  const takeUp = () => void takeOver(queue).then(() => queue.flush());
  onWake(takeUp);
  takeUp();

  queue.subscribe(() => {
    changed();
    void setAlarm(queue);
  });
}
