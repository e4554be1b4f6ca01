import { render } from 'preact';
import { afterEach, beforeEach, vi } from 'vitest';
import { page } from 'vitest/browser';
import { type ErrorCode, errorStatus } from '../../shared/domain/errors.ts';
import controls from '../../shared/ui/form.css?inline';
import tokens from '../../shared/ui/tokens.css?inline';
import app from '../app/app.css?inline';
import { PanelContext } from '../app/panel.ts';
import { type TestCore, testCore } from '../client/test-core.ts';
import { addSheet } from '../frame/sheet.ts';
import { openSender } from './open.ts';
import type { OutgoingAttachment, OutgoingEntry } from './outgoing.ts';
import { SendingView } from './sending-view.tsx';

/** What the tests of what is seen of sending stand on. Not part of any bundle. */

export const thread = '5e4a1c0e-0001-4000-8000-000000000001';
export const message = (attachments: OutgoingAttachment[] = []): OutgoingEntry => ({
  kind: 'conversation',
  payload: { request: { kind: 'bug', body: 'It broke', locale: 'en' }, attachments },
});

export const json = (body: unknown, status = 200, headers = {}) =>
  new Response(JSON.stringify(body), { status, headers });
export const refusal = (code: ErrorCode, headers = {}) =>
  json({ error: { code, message: '' } }, errorStatus[code], headers);
export const started = () => json({ conversationId: thread, number: 12, messageId: thread });

export const heading = () => page.getByRole('heading');
export const words = (text: string) => page.getByText(text, { exact: false });
export const button = (name: string) => page.getByRole('button', { name, exact: true });

let on: TestCore;
let turn = 0;
let id = '';
let asked: { name: string; body: unknown; visitor: string | null }[] = [];
let answers: { [name: string]: () => Response | Promise<Response> } = {};
let puts: { told(loaded: number): void; end(status: number): void; bytes: number }[] = [];

class Request extends EventTarget {
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  status = 0;
  responseText = '';
  onload = () => {};
  onerror = () => {};
  onloadend = () => {};
  open() {}
  setRequestHeader() {}
  abort() {}
  getAllResponseHeaders = () => '';
  send(body: Blob) {
    puts.push({
      bytes: body.size,
      told: (loaded) => this.upload.onprogress?.({ loaded, total: body.size }),
      end: (status) => {
        this.status = status;
        if (status === 0) this.onerror();
        else this.onload();
        this.onloadend();
      },
    });
  }
}

async function send(entry: OutgoingEntry) {
  const sender = await openSender(on.core);
  ({ id } = await sender.enqueue(entry));
  show();
  return sender;
}
function show() {
  const panel = {
    core: on.core,
    open: true,
    go: bench.go,
    announce: bench.announce,
    setBack: () => {},
    aside: () => {},
    edit: async () => null,
  };
  render(
    <PanelContext.Provider value={panel}>
      <SendingView id={id} edit={bench.edit} />
    </PanelContext.Provider>,
    on.core.stage,
  );
}

const bench = {
  /** Sends, and shows how that goes. */
  send,
  /** Shows what was sent last. */
  show,
  go: vi.fn(),
  edit: vi.fn(),
  announce: vi.fn(),
  get core() {
    return on.core;
  },
  /** What the server says, by the address that is asked; a test may put in others. */
  get answers() {
    return answers;
  },
  /** Uploads on their way; each waits to be told how it goes. */
  get puts() {
    return puts;
  },
  get id() {
    return id;
  },
  /** The requests to an address: what was sent and by whom. */
  asks: (name: string) => asked.filter((each) => each.name === name),
  /** What the page has heard of `type`. */
  events: (type: string) => on.heard.filter((each) => each.type === type).map(({ detail }) => detail),
  /** Takes the widget off the page. */
  end: () => on.end(),
};

/** A widget and its server for the tests of a file, made anew for each. */
export function testSending(): typeof bench {
  beforeEach(() => {
    // The longest pause there is, so that nothing but the test tries again.
    vi.spyOn(Math, 'random').mockReturnValue(0.999);
    turn += 1;
    asked = [];
    puts = [];
    let uploads = 0;
    answers = {
      '/conversations': started,
      '/uploads': () => {
        uploads += 1;
        return json({ uploadId: `up-${uploads}`, url: `https://storage.test/${uploads}` });
      },
    };
    vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
      const name = url.replace('https://api.test/functions/v1/widget', '');
      const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
      asked.push({ name, body, visitor: new Headers(init.headers).get('x-hearback-visitor') });
      const answer =
        answers[name] ?? (name.endsWith('/finalise') ? () => json({}) : () => refusal('not_found'));
      return answer();
    });
    vi.stubGlobal('XMLHttpRequest', Request);
    on = testCore({ project: `pk_sending_${Date.now()}_${turn}` });
    for (const css of [tokens, controls, app]) addSheet(on.core.shadow, css);
  });
  afterEach(() => {
    render(null, on.core.stage);
    on.end();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
    localStorage.clear();
  });
  return bench;
}
