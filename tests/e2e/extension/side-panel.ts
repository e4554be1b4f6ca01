import { createHash } from 'node:crypto';
import type { BrowserContext, CDPSession, Page } from 'playwright';
import { places } from '../../support/browsers.ts';

/** The id that Chromium gives an unpacked extension: the SHA-256 of its folder's path, written in the letters a to p. */
export function extensionId(folder: string): string {
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return digest.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}

/** Connects the panel, opened as a page, to the inbox, and signs somebody in. */
export async function signInFrom(
  view: Page,
  { email, password }: { email: string; password: string },
): Promise<void> {
  await view.getByLabel('Address of the inbox').fill(places().inboxUrl);
  await view.getByRole('button', { name: 'Connect' }).click();
  await view.getByLabel('E-mail').fill(email);
  await view.getByLabel('Password').fill(password);
  await view.getByRole('button', { name: 'Sign in' }).click();
  await view.getByText('No captures yet').waitFor();
}

/** The real side panel beside a page. Playwright does not know it, so it is spoken to through the protocol. */
export type SidePanel = {
  /** Runs an expression in the panel, as upon a user's gesture; a promise is waited for. */
  evaluate<Value>(expression: string): Promise<Value>;
  /** Resolves once the panel shows `text`; rejects with what it shows instead after `seconds`. */
  shows(text: string, seconds?: number): Promise<void>;
  /** Resolves once the panel shows `text` no longer. */
  hides(text: string): Promise<void>;
  /** A key pressed while the panel has the keyboard, as `KeyboardEvent.key` names it. */
  key(name: string): Promise<void>;
  /** The panel as PNG. */
  screenshot(): Promise<Buffer>;
  /** Presses the button of that accessible name, or else one whose name begins with it and holds `also`, as soon as it is there. */
  press(name: string, also?: string): Promise<void>;
};

/** Opens the side panel in the window that was used last. `id` is the extension's. */
export async function openSidePanel(context: BrowserContext, id: string): Promise<SidePanel> {
  // Browsers open it upon a gesture in a page of the extension; what Playwright evaluates counts as one.
  const helper = await context.newPage();
  await helper.goto(`chrome-extension://${id}/editor.html`);
  await helper.evaluate(
    'chrome.windows.getLastFocused().then(({ id }) => chrome.sidePanel.open({ windowId: id }))',
  );
  await helper.close();
  const browser = context.browser();
  if (browser === null) throw new Error('The browser cannot be spoken to.');
  const send = await attach(await browser.newBrowserCDPSession(), `chrome-extension://${id}/sidepanel.html`);
  const evaluate = async <Value>(expression: string): Promise<Value> => {
    const params = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
    const { result, exceptionDetails } = await send<Evaluated<Value>>('Runtime.evaluate', params);
    if (exceptionDetails) throw new Error(exceptionDetails.exception.description);
    return result.value;
  };
  const until = async (expression: string, what: string, seconds: number) => {
    const poll = `new Promise((resolve) => {
      const look = () => (${expression}) || performance.now() > end ? (clearInterval(timer), resolve(Boolean(${expression}))) : undefined;
      const end = performance.now() + ${seconds * 1000};
      const timer = setInterval(look, 50);
    })`;
    if (await evaluate<boolean>(poll)) return;
    throw new Error(`The panel ${what}. It shows: ${await evaluate<string>('document.body.innerText')}`);
  };
  const button = (name: string, also: string) => `(() => {
    const named = [...document.querySelectorAll('button')].map((each) => [
      each, (each.getAttribute('aria-label') ?? each.textContent).trim(),
    ]);
    const [found] = named.find(([, called]) => called === ${JSON.stringify(name)}) ??
      named.find(([, called]) => called.startsWith(${JSON.stringify(name)}) && called.includes(${JSON.stringify(also)})) ??
      [];
    return found;
  })()`;
  return {
    evaluate,
    async key(key) {
      for (const type of ['keyDown', 'keyUp']) await send('Input.dispatchKeyEvent', { type, key });
    },
    async screenshot() {
      const { data } = await send<{ data: string }>('Page.captureScreenshot', { format: 'png' });
      return Buffer.from(data, 'base64');
    },
    shows: (text, seconds = 20) =>
      until(`document.body.innerText.includes(${JSON.stringify(text)})`, `never said "${text}"`, seconds),
    hides: (text) =>
      until(`!document.body.innerText.includes(${JSON.stringify(text)})`, `still says "${text}"`, 20),
    async press(name, also = '') {
      await until(button(name, also), `has no button "${name}"`, 20);
      await evaluate(`${button(name, also)}.click()`);
    },
  };
}

type Evaluated<Value> = {
  result: { value: Value };
  exceptionDetails?: { exception: { description: string } };
};
type Send = <Result>(method: string, params: object) => Promise<Result>;

/** Speaks to the target at `address` through a session of the whole browser. */
async function attach(protocol: CDPSession, address: string): Promise<Send> {
  const targetId = await findTarget(protocol, address);
  const { sessionId } = await protocol.send('Target.attachToTarget', { targetId, flatten: false });
  let last = 0;
  return (method, params) =>
    new Promise((resolve, reject) => {
      const id = ++last;
      const listener = (event: { sessionId: string; message: string }) => {
        const answer = JSON.parse(event.message);
        if (event.sessionId !== sessionId || answer.id !== id) return;
        protocol.off('Target.receivedMessageFromTarget', listener);
        if (answer.error) reject(new Error(JSON.stringify(answer.error)));
        else resolve(answer.result);
      };
      protocol.on('Target.receivedMessageFromTarget', listener);
      const message = JSON.stringify({ id, method, params });
      protocol.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });
}

async function findTarget(protocol: CDPSession, address: string): Promise<string> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const { targetInfos } = await protocol.send('Target.getTargets');
    const found = targetInfos.find(({ url }) => url.startsWith(address));
    if (found) return found.targetId;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`No target at ${address}.`);
}

/** Needed for `clickIcon` when the browser is started. */
export const iconFlag = '--enable-unsafe-extension-debugging';

/** Clicks the extension's icon in the toolbar on the tab at `address`, which lets the extension at that page. */
export async function clickIcon(context: BrowserContext, id: string, address: string): Promise<void> {
  const protocol = await context.browser()?.newBrowserCDPSession();
  if (!protocol) throw new Error('The browser cannot be spoken to.');
  const { targetInfos } = await protocol.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const tab = targetInfos.find(({ url }) => url.startsWith(address));
  if (!tab) throw new Error(`No tab at ${address}.`);
  // Playwright's types do not know it yet.
  const send: (method: string, params: object) => Promise<unknown> = protocol.send.bind(protocol) as never;
  await send('Extensions.triggerAction', { id, targetId: tab.targetId });
  await protocol.detach();
}

/**
 * Ends the extension's worker, as the browser does after half a minute without work.
 * @param address of a page of the extension
 */
export async function endWorker(context: BrowserContext, address: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(address);
  const protocol = await context.newCDPSession(page);
  const ended = new Promise<void>((resolve) => {
    protocol.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      if (versions.some(({ runningStatus }) => runningStatus === 'stopped')) resolve();
    });
  });
  await protocol.send('ServiceWorker.enable');
  await protocol.send('ServiceWorker.stopAllWorkers');
  await ended;
  await page.close();
}
