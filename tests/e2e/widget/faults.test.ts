// Faults, produced for real: whatever fails in the middle of a send, the message arrives, and it arrives once.
import { randomBytes } from 'node:crypto';
import type { Browser, Route } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { demoProjectId } from '../../../supabase/local/demo.ts';
import { openBrowser, places } from '../../support/browsers.ts';
import { superuser } from '../../support/callers.ts';
import { eventually } from './eventually.ts';
import { conversationsOf, crashFunctions, crashPostgres, filesBeside, storedPicture } from './stored.ts';
import { keep, kept, tokenHash, type Visit, visit, widgetOn } from './visit.ts';

let browser: Browser;
let visitor: Visit;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  visitor = await visit(browser);
});
afterEach(async () => {
  expect(visitor.errors).toEqual([]);
  await visitor.context.close();
});

const starting = '**/functions/v1/widget/conversations';
const finalising = '**/functions/v1/widget/uploads/*/finalise';
const waiting = /^Not sent yet\. Next try in /;

/** Writes a report of a problem, up to the button that sends it. */
async function write(text: string): Promise<void> {
  const { page, widget } = visitor;
  await widget.launcher.click();
  await widget.panel.getByRole('button', { name: 'Report a problem' }).click();
  await widget.text.fill(text);
  // With the first word comes all that sending takes, so that it works without a network from then on. A room is
  // there when all that it imports is; the browser answers that.
  await page.waitForFunction(`{
    const all = performance.getEntriesByType('resource').map(({ name }) => name);
    const rooms = ['sender', 'sending-view', 'context'].map((room) =>
      all.find((name) => name.includes('/chunks/' + room + '-')));
    rooms.every(Boolean) && Promise.all(rooms.map((room) => import(room))).then(() => true)
  }`);
}

async function addScreenshot(): Promise<void> {
  const { widget } = visitor;
  await widget.panel.getByRole('button', { name: 'Add a screenshot' }).click();
  await widget.editor.getByRole('button', { name: 'Use picture' }).click();
  await widget.panel.getByRole('button', { name: 'Edit picture 1' }).waitFor();
}

const send = () => visitor.widget.panel.getByRole('button', { name: 'Send', exact: true }).click();
const received = (page = visitor.page) =>
  widgetOn(page).panel.getByRole('heading', { name: /^Received, number \d+$/ });

/** The bodies of all that the server keeps of this visitor. */
const arrived = async () =>
  (await conversationsOf(await tokenHash(visitor.page))).flatMap(({ messages }) =>
    messages.map(({ body }) => body),
  );

/** One conversation, one picture with it, whose bytes are a whole picture of the length that was announced. */
async function expectOnceWithPicture(text: string): Promise<void> {
  const conversations = await conversationsOf(await tokenHash(visitor.page));
  expect(conversations).toMatchObject([
    {
      messages: [{ author: 'visitor', body: text }],
      attachments: [{ state: 'attached', width: 1280, height: 800 }],
    },
  ]);
  const [conversation] = conversations;
  expect(conversation?.attachments).toHaveLength(1);
  expect(await received().textContent()).toBe(`Received, number ${conversation?.number}`);
  const path = conversation?.attachments[0]?.path ?? '';
  expect((await storedPicture(path)).length).toBe(conversation?.attachments[0]?.bytes);
  expect(await filesBeside(path)).toBe(1);
}

describe('without a network', () => {
  test('from the first word on, the text is kept, and sent when asked again', async () => {
    const { context, page, widget } = visitor;
    await widget.launcher.click();
    await widget.panel.getByRole('button', { name: 'Report a problem' }).click();
    await context.setOffline(true);
    await widget.text.fill('Began in a tunnel');
    await send();
    await widget.panel.getByText('This part could not be loaded. Check your connection').waitFor();
    expect(await widget.text.inputValue()).toBe('Began in a tunnel');
    await context.setOffline(false);
    await send();
    await received().waitFor();
    expect(await conversationsOf(await tokenHash(page))).toHaveLength(1);
  });

  test('a message waits and says so, and is sent once when the network is back', async () => {
    const { context, page, widget } = visitor;
    await write('Written in a tunnel');
    await context.setOffline(true);
    await send();
    await widget.panel.getByRole('heading', { name: waiting }).waitFor();
    await widget.panel.getByText('There is no connection. It is kept here').first().waitFor();
    await widget.panel.getByText('Written in a tunnel').waitFor();
    await widget.panel.getByRole('button', { name: 'Back' }).click();
    const notice = widget.panel.getByRole('button', { name: '1 message is not sent yet' });
    await notice.click();
    expect(await arrived()).toEqual([]);

    await context.setOffline(false);
    await received().waitFor();
    expect(await arrived()).toEqual(['Written in a tunnel']);
    await eventually(() => kept(page, 'waiting')).toBe(null);
  });

  test('a message in a tab that is closed is sent by the next visit', async () => {
    const { context, page, widget } = visitor;
    await write('Closed while it waited');
    await addScreenshot();
    await context.setOffline(true);
    await send();
    await widget.panel.getByRole('heading', { name: waiting }).waitFor();
    // The tab that tells how the others are doing stays open; the one with the message closes.
    const next = await context.newPage();
    await page.close();
    await context.setOffline(false);
    await next.goto(`${places().demoUrl}/tables.html`);
    visitor.page = next;
    await eventually(arrived).toEqual(['Closed while it waited']);
    await eventually(() => kept(next, 'waiting')).toBe(null);
    const [conversation] = await conversationsOf(await tokenHash(next));
    expect(conversation?.attachments).toMatchObject([{ state: 'attached', width: 1280, height: 800 }]);
    // He finds it where his conversations are.
    const widgetThere = widgetOn(next);
    await widgetThere.launcher.click();
    await widgetThere.panel.getByRole('button', { name: 'Your conversations' }).click();
    await widgetThere.panel.getByText('Closed while it waited').waitFor();
  });

  test('a tab closed in the middle of a send leaves nothing twice and nothing behind', async () => {
    const { context, page } = visitor;
    await write('Closed while it was sent');
    // The server has it, its word never reaches the tab.
    const taken = new Promise<void>((resolve) => {
      void page.route(starting, async (route) => {
        await route.fetch();
        resolve();
      });
    });
    await send();
    await taken;
    const next = await context.newPage();
    await page.close();
    await next.goto(`${places().demoUrl}/tables.html`);
    visitor.page = next;
    await eventually(() => kept(next, 'waiting')).toBe(null);
    expect(await arrived()).toEqual(['Closed while it was sent']);
  });
});

/** Sends while `crash` happens to the first request to an address; waits until the receipt shows all the same. */
async function sendThrough(address: string, crash: (route: Route) => Promise<void>): Promise<void> {
  let crashes = 0;
  const once = async (route: Route) => {
    await crash(route);
    crashes += 1;
  };
  await visitor.page.route(address, once, { times: 1 });
  await send();
  await received().waitFor();
  expect(crashes).toBe(1);
}

describe('a crash in the middle of a send', () => {
  test('of the functions, between picture and message: it is there once, with its picture', async () => {
    await write('The functions fell over');
    await addScreenshot();
    await sendThrough(finalising, async (route) => {
      await crashFunctions();
      await route.continue();
    });
    await expectOnceWithPicture('The functions fell over');
  });

  test('of the functions, after the message was taken and before that was said: it is there once', async () => {
    await write('The answer was lost');
    await addScreenshot();
    await sendThrough(starting, async (route) => {
      await route.fetch();
      await crashFunctions();
      await route.abort('connectionreset');
    });
    await expectOnceWithPicture('The answer was lost');
  });

  test('of PostgreSQL: it is there once, with its picture', async () => {
    await write('The database fell over');
    await addScreenshot();
    await sendThrough(starting, async (route) => {
      await crashPostgres();
      await route.continue();
    });
    // The looking, too, has to find its way back to the database.
    await eventually(arrived).toEqual(['The database fell over']);
    await expectOnceWithPicture('The database fell over');
  });
});

test('with a full disk and a server that is down, it says that closing the page loses the message; then it is sent', async () => {
  const { context, page, widget } = visitor;
  await write('On a full disk');
  const chromium = await context.newCDPSession(page);
  const { origin } = new URL(page.url());
  const setQuota = (quota: object) => chromium.send('Storage.overrideQuotaForOrigin', { origin, ...quota });
  await setQuota({ quotaSize: 1 });
  await page.route(starting, (route) => route.fulfill({ status: 503, body: 'Service Unavailable' }));
  await send();
  await widget.panel.getByRole('heading', { name: waiting }).waitFor();
  await widget.panel.getByText('The server cannot be reached right now.').first().waitFor();
  await widget.panel.getByText('The storage of this browser is full.').waitFor();
  const asked = page.waitForEvent('dialog');
  const leaving = page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await leaving;
  await page.unroute(starting);
  await widget.panel.getByRole('button', { name: 'Try again now' }).click();
  await received().waitFor();
  expect(await arrived()).toEqual(['On a full disk']);
  await setQuota({});
});

test('who sends too much is told when it goes on, and it goes on by itself', async () => {
  const { page, widget } = visitor;
  await write('One too many');
  // Who wrote nothing yet is not known; the token that he will be known by, and whose bucket is empty, is made here.
  await keep(page, 'visitor', randomBytes(32).toString('base64url'));
  await superuser()`
    insert into private.rate_limits (key, tokens) values (${`conversation:visitor:${await tokenHash(page)}`}, -0.5)
    on conflict (key) do update set tokens = -0.5, updated_at = clock_timestamp()`;
  await send();
  await widget.panel.getByRole('heading', { name: /^Not sent yet\. Next try in \d+ seconds?\.$/ }).waitFor();
  await widget.panel.getByText('Too much was sent in a short time. It is kept here').first().waitFor();
  expect(await arrived()).toEqual([]);
  await received().waitFor();
  expect(await arrived()).toEqual(['One too many']);
});

describe('a site that the project does not name', () => {
  const setOrigins = (origins: string[]) =>
    superuser()`update public.projects set allowed_origins = ${origins} where id = ${demoProjectId}`;
  let origins: string[] = [];
  beforeEach(async () => {
    const [project] = await superuser()<{ allowed_origins: string[] }[]>`
      select allowed_origins from public.projects where id = ${demoProjectId}`;
    origins = project?.allowed_origins ?? [];
    await setOrigins(['https://elsewhere.example']);
  });
  afterEach(() => setOrigins(origins));

  const sentence = 'Feedback is not accepted from this site.';

  test('is refused in one sentence, and the message can be discarded', async () => {
    const { page, widget } = visitor;
    await write('Not for here');
    await send();
    await widget.panel.getByRole('heading', { name: 'Not sent', exact: true }).waitFor();
    await widget.panel.getByText(sentence).first().waitFor();
    await widget.panel.getByRole('button', { name: 'Discard' }).click();
    await widget.panel.getByText('Discard this? It has not been sent').waitFor();
    await widget.panel.getByRole('button', { name: 'Discard' }).click();
    await widget.panel.getByRole('heading', { name: 'How can we help?' }).waitFor();
    expect(await widget.panel.getByText('not sent yet').count()).toBe(0);
    expect(await arrived()).toEqual([]);
    await eventually(() => kept(page, 'waiting')).toBe(null);
  });

  test('may send what was refused once it is named: the text is back in the form', async () => {
    const { widget } = visitor;
    await write('For here after all');
    await send();
    await widget.panel.getByText(sentence).first().waitFor();
    await setOrigins(origins);
    await widget.panel.getByRole('button', { name: 'Edit' }).click();
    expect(await widget.text.inputValue()).toBe('For here after all');
    await send();
    await received().waitFor();
    expect(await arrived()).toEqual(['For here after all']);
  });
});

test('a text over the limit is not sent, and says by how much it is too long', async () => {
  const { widget } = visitor;
  await write('x'.repeat(5001));
  await widget.panel.getByText('This is 1 character too long. Please shorten it.').waitFor();
  await send();
  await eventually(() => widget.text.evaluate((element) => element.matches(':focus'))).toBe(true);
  expect(await widget.panel.getByText('Sending…').count()).toBe(0);
  expect(await arrived()).toEqual([]);
});
