import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { type Panel, PanelContext } from '../app/panel.ts';
import { ThreadSurvey } from './inline.tsx';
import { type Bench, bench, surveyOf, why } from './samples.ts';

const conversation = '3f9a0c1e-5f0a-4c1c-9d3c-0a7a3f1d2e4b';
const survey = surveyOf({ conversationClosed: true }, [
  { id: 'score', kind: 'csat', title: { en: 'How satisfied are you?' }, required: true },
  why,
]);
let responses: Record<string, unknown>[];
let running: Bench;

beforeEach(() => {
  responses = [];
  vi.stubGlobal('fetch', async (_url: string | URL, init: RequestInit = {}) => {
    responses.push(JSON.parse(String(init.body)));
    return new Response(JSON.stringify({ responseId: 'r1' }));
  });
  running = bench();
  const panel: Panel = {
    core: running.core,
    open: true,
    go: () => {},
    announce: () => {},
    setBack: () => {},
    aside: () => {},
    edit: async () => null,
  };
  render(
    <PanelContext.Provider value={panel}>
      <ThreadSurvey survey={survey} conversation={conversation} />
    </PanelContext.Provider>,
    running.core.stage,
  );
});
afterEach(() => {
  render(null, running.core.stage);
  running.end();
  vi.unstubAllGlobals();
});

const asked = () => page.getByRole('region', { name: 'Survey' });

test('it counts as shown, and each answer is kept as one about the conversation', async () => {
  await vi.waitFor(() =>
    expect(responses.at(-1)).toMatchObject({ outcome: 'shown', conversationId: conversation }),
  );
  await asked().getByRole('button', { name: '2 of 5' }).click();
  await vi.waitFor(() =>
    expect(responses.at(-1)).toMatchObject({
      outcome: 'partial',
      answers: { score: 2 },
      conversationId: conversation,
    }),
  );
  await asked().getByRole('button', { name: 'Skip' }).click();
  await expect.element(asked().getByText('Thank you.', { exact: false })).toBeVisible();
  await vi.waitFor(() => expect(responses.at(-1)).toMatchObject({ outcome: 'answered' }));
  expect(asked().getByRole('button').elements()).toEqual([]);
  expect(new Set(responses.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
  expect(running.heard['survey-shown']).toEqual([{ survey: survey.slug }]);
});

test('who does not want to answer closes it, and is not asked about this conversation again', async () => {
  await asked().getByRole('button', { name: 'Not now' }).click();
  await expect.element(asked()).not.toBeInTheDocument();
  await vi.waitFor(() =>
    expect(responses.at(-1)).toMatchObject({ outcome: 'dismissed', conversationId: conversation }),
  );
  expect(running.heard['survey-dismissed']).toHaveLength(1);
});
