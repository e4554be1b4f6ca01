// One user on two devices, and strangers who would like to be him: with real signatures, through the host's page.
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoOrigins, demoProjectId, demoProjectKey } from '../../../supabase/local/demo.ts';
import { secretOf, sign } from '../../database/identity/users.ts';
import { openBrowser } from '../../support/browsers.ts';
import { stack, superuser } from '../../support/callers.ts';
import { eventually } from './eventually.ts';
import { agent, answer, conversationsOf } from './stored.ts';
import { kept, tokenHash, type Visit, visit } from './visit.ts';

let browser: Browser;
let secret: string;
beforeAll(async () => {
  browser = await openBrowser();
  secret = await secretOf(superuser(), { id: demoProjectId, key: demoProjectKey });
});
afterAll(() => browser?.close());

const identify = (page: Page, id: string, signature: string) =>
  page.evaluate(([user, signed]) => window.Hearback?.identify({ id: user, name: 'Zoë' }, signed), [
    id,
    signature,
  ] as const);

async function suggest({ widget }: Visit, text: string): Promise<void> {
  await widget.launcher.click();
  await widget.panel.getByRole('button', { name: 'Suggest an idea' }).click();
  await widget.text.fill(text);
  await widget.panel.getByRole('button', { name: 'Send', exact: true }).click();
  await widget.panel.getByRole('heading', { name: /^Received/ }).waitFor();
}

/** The texts of the list as somebody reads them, and that the list is there. */
async function listed({ page, widget }: Visit): Promise<string[]> {
  await page.evaluate(() => window.Hearback?.open('conversations'));
  const rows = widget.panel.locator('.conversations .preview');
  const none = widget.panel.getByText('No conversations yet');
  await rows.first().or(none).waitFor();
  return (await rows.allTextContents()).map((text) => text.trim());
}

/** What the server answers to whoever asks for a thread with this browser's token. */
async function statusOf({ page }: Visit, conversation: string): Promise<number> {
  const response = await fetch(`${stack().apiUrl}/functions/v1/widget/conversations/${conversation}`, {
    headers: {
      origin: demoOrigins[0],
      'x-hearback-project': demoProjectKey,
      'x-hearback-visitor': (await kept(page, 'visitor')) ?? '',
    },
  });
  return response.status;
}

test('what somebody wrote before he was known is his on every device, and nobody else reads it', async () => {
  const id = `user-${randomUUID()}`;
  const time = Math.floor(Date.now() / 1000);
  const [first, second, stranger] = await Promise.all([visit(browser), visit(browser), visit(browser)]);

  await suggest(first, 'Written before anybody knew me');
  expect(await identify(first.page, id, sign(secret, id, time))).toEqual({ verified: true });
  const [conversation] = await conversationsOf(await tokenHash(first.page));
  const thread = conversation?.id ?? '';
  await answer(await agent(), thread, 'We like the idea.');

  // On another device: the answer shows as soon as he is known there.
  const signature = sign(secret, id, time - 1);
  expect(await identify(second.page, id, signature)).toEqual({ verified: true });
  await eventually(() => second.widget.badge.getAttribute('data-count')).toBe('1');
  expect(await listed(second)).toEqual(['We like the idea.']);
  await second.widget.panel.locator('.conversations .row').click();
  await second.widget.panel.getByText('Written before anybody knew me').waitFor();
  await second.widget.text.fill('Read on my telephone');
  await second.widget.panel.getByRole('button', { name: 'Send', exact: true }).click();
  await eventually(async () =>
    (await conversationsOf(await tokenHash(first.page)))[0]?.messages.map(({ body }) => body),
  ).toEqual(['Written before anybody knew me', 'We like the idea.', 'Read on my telephone']);
  expect(await listed(first)).toEqual(['Read on my telephone']);

  // A stranger with a signature of his own making, with another's, with one of another secret.
  await suggest(stranger, 'A text of my own');
  for (const forged of [
    `t=${time},v1=${'0'.repeat(64)}`,
    signature,
    sign('another secret', id, time),
    sign(secret, 'somebody else', time),
  ])
    expect(await identify(stranger.page, id, forged), forged).toEqual({ verified: false });
  expect(await listed(stranger)).toEqual(['A text of my own']);
  expect(await statusOf(stranger, thread)).toBe(404);
  expect(await statusOf(first, thread)).toBe(200);
  expect(await listed(first)).toEqual(['Read on my telephone']);

  // Who logs out leaves nothing behind on that device, and everything on the other.
  await second.page.evaluate(() => window.Hearback?.reset());
  expect(await listed(second)).toEqual([]);
  expect(await second.widget.badge.isVisible()).toBe(false);
  expect(await statusOf(second, thread)).toBe(401);
  expect(await listed(first)).toEqual(['Read on my telephone']);
  await Promise.all([first, second, stranger].map(({ context }) => context.close()));
});
