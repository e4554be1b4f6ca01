import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Core } from '../loader/core.ts';
import { start } from '../loader/start.ts';
import { ask } from './main.ts';

const survey = { id: 's1', kind: 'nps', delaySeconds: 0 };
let due: typeof survey | null;
let dues: number;
let responses: Record<string, unknown>[];
let core: Core;
let turn = 0;
let project: string;

/** The core of a running loader, as a room gets it. */
async function lend(): Promise<Core> {
  return new Promise((resolve) => {
    const idle = { open: () => {}, close: () => {} };
    start(
      { project, api: 'https://api.test', locale: 'en' },
      {
        app: async () => ({
          mount: async (given) => {
            resolve(given);
            return idle;
          },
        }),
        survey: async () => ({ ask: async () => {} }),
        background: async () => ({ run: () => {} }),
      },
    ).open();
  });
}

beforeEach(async () => {
  localStorage.clear();
  turn += 1;
  project = `pk_survey_${Date.now()}_${turn}`;
  due = survey;
  dues = 0;
  responses = [];
  vi.stubGlobal('fetch', async (url: string | URL, init: RequestInit = {}) => {
    if (String(url).endsWith('/surveys/due')) {
      dues += 1;
      return new Response(JSON.stringify({ survey: due }));
    }
    responses.push(JSON.parse(String(init.body)));
    return new Response(JSON.stringify({ responseId: 'r1' }));
  });
  core = await lend();
  core.close();
});
afterEach(() => {
  window.Hearback?.destroy();
  vi.unstubAllGlobals();
});

const card = () => page.getByRole('dialog', { name: 'One question' });

test('a score, then why, then thanks; one response is filled in', async () => {
  await ask(core);
  await page.getByRole('button', { name: '9 of 10' }).click();
  await userEvent.fill(page.getByLabelText('What is the main reason for your score?'), 'Fast');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect.element(page.getByText('Thank you.', { exact: false })).toBeVisible();
  await vi.waitFor(() =>
    expect(responses.at(-1)).toMatchObject({ outcome: 'answered', score: 9, comment: 'Fast', locale: 'en' }),
  );
  expect(new Set(responses.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
});

test('the scale is one stop for Tab; arrows choose and Enter answers', async () => {
  await ask(core);
  const first = page.getByRole('button', { name: '0 of 10' });
  await expect.element(first).toBeVisible();
  first.element().focus();
  await userEvent.keyboard('{End}{ArrowLeft}{Enter}');
  await vi.waitFor(() => expect(responses.at(-1)).toMatchObject({ outcome: 'answered', score: 9 }));
});

test('closed without a score it is dismissed', async () => {
  await ask(core);
  await page.getByRole('button', { name: 'Not now' }).click();
  await expect.element(card()).not.toBeInTheDocument();
  await vi.waitFor(() => expect(responses.at(-1)).toMatchObject({ outcome: 'dismissed' }));
});

test('nobody is asked twice, and the server is not asked on the next page either', async () => {
  await ask(core);
  await page.getByRole('button', { name: 'Not now' }).click();
  expect(Number(core.store.get('surveyAfter'))).toBeGreaterThan(Date.now());
  await ask(core);
  await expect.element(card()).not.toBeInTheDocument();
});

test('where nothing is due nothing is shown, and the answer is remembered', async () => {
  due = null;
  await ask(core);
  expect(dues).toBe(1);
  expect(Number(core.store.get('surveyAfter'))).toBeGreaterThan(Date.now());
  await expect.element(card()).not.toBeInTheDocument();
});

test('it does not come while somebody types', async () => {
  const field = document.body.appendChild(document.createElement('input'));
  field.focus();
  expect(core.busy()).toBe(true);
  await ask(core);
  await expect.element(card()).not.toBeInTheDocument();
  field.remove();
  await expect.element(card(), { timeout: 6000 }).toBeVisible();
});
