import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ask, watch } from './main.ts';
import { momentEvery } from './page/show.ts';
import { score, surveyOf } from './samples.ts';
import { card, cards, claimed, hold, surveyServer, tab } from './server.ts';

const server = surveyServer();

test('a survey without conditions comes once the server has let it, and the page hears of it', async () => {
  server.due = [surveyOf({}, [score])];
  const { core, heard } = tab();
  await watch(core);
  await expect.element(card()).toBeVisible();
  expect(server.claims.map(({ survey }) => survey)).toEqual([server.due[0]?.id]);
  expect(heard['survey-shown']).toEqual([{ survey: server.due[0]?.slug }]);
});

test('a page that was just opened asks nothing', async () => {
  server.now = 500;
  const wait = hold();
  server.due = [surveyOf({}, [score])];
  const { core } = tab();
  await watch(core);
  await wait(9000);
  expect(server.dues).toEqual([]);
  await wait(600);
  await vi.waitFor(() => expect(server.dues).toEqual(['/surveys/due']));
});

test('where the server says no it is not shown, and not asked for again on later pages', async () => {
  server.due = [surveyOf({}, [score])];
  server.says = ['conflict'];
  await watch(tab().core);
  await claimed();
  const later = tab();
  await watch(later.core);
  expect(cards()).toBe(0);
  expect(server.claims).toHaveLength(1);
  expect(server.dues).toHaveLength(1);
  expect(later.heard).toEqual({});
});

test('without a network it is not shown, and claimed again later by the same key', async () => {
  const wait = hold();
  server.due = [surveyOf({}, [score])];
  server.says = ['down'];
  await watch(tab().core);
  await claimed();
  expect(cards()).toBe(0);
  await wait(20_000);
  expect(server.claims).toHaveLength(1);
  await wait(15_000);
  await vi.waitFor(() => expect(cards()).toBe(1));
  expect(server.claims).toHaveLength(2);
  expect(server.claims[1]?.key).toBe(server.claims[0]?.key);
});

test('of two tabs one shows a card, and the other neither shows nor claims one while it stands', async () => {
  const wait = hold();
  server.due = [surveyOf({}, [score]), surveyOf({}, [score])];
  const [one, other] = [tab(), tab()];
  await Promise.all([watch(one.core), watch(other.core)]);
  await vi.waitFor(() => expect(cards()).toBe(1));
  await wait(10 * momentEvery);
  expect(cards()).toBe(1);
  expect(server.claims).toHaveLength(1);
});

test('ask shows a survey by its name, whatever its trigger waits for', async () => {
  server.due = [surveyOf({ event: 'never', pages: ['/nowhere'] }, [score])];
  const { core, heard } = tab();
  expect(await ask(core, server.due[0]?.slug ?? '')).toBe(true);
  await expect.element(card()).toBeVisible();
  expect(heard['survey-shown']).toHaveLength(1);
});

test('ask says so and why where a survey is not shown', async () => {
  const info = vi.spyOn(console, 'info').mockImplementation(() => {});
  server.due = [surveyOf({}, [score])];
  const slug = server.due[0]?.slug ?? '';
  const { core, heard } = tab();
  expect(await ask(core, 'no such')).toBe(false);
  server.says = ['conflict'];
  expect(await ask(core, slug)).toBe(false);
  server.says = ['down'];
  expect(await ask(core, slug)).toBe(false);
  expect(await ask(core, slug)).toBe(true);
  const wait = hold();
  const busy = ask(core, slug);
  await vi.waitFor(() => expect(server.dues).toHaveLength(5));
  for (let seconds = 0; seconds < 32; seconds += 2) await wait(2000);
  expect(await busy).toBe(false);
  expect(heard.failed?.map(({ code }) => code)).toEqual(['not_due', 'conflict', 'offline', 'busy']);
  expect(info).toHaveBeenCalledTimes(4);
  expect(cards()).toBe(1);
});

test('a card that is closed makes room, and another does not follow on its heels', async () => {
  const wait = hold();
  server.due = [surveyOf({}, [score]), surveyOf({}, [score])];
  await watch(tab().core);
  await vi.waitFor(() => expect(cards()).toBe(1));
  await userEvent.click(page.getByRole('button', { name: 'Not now' }));
  expect(cards()).toBe(0);
  await wait(10_000);
  expect(server.claims).toHaveLength(1);
  await wait(25_000);
  await vi.waitFor(() => expect(cards()).toBe(1));
  expect(server.claims).toHaveLength(2);
});

test('where the host has switched surveys off nothing is asked', async () => {
  server.due = [surveyOf({}, [score])];
  await watch(tab({ surveys: false }).core);
  expect(server.dues).toEqual([]);
});
