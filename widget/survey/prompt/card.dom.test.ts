import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Question } from '../../../shared/domain/survey.ts';
import type { Options } from '../../public.ts';
import { type Bench, bench, score, surveyOf, used, why } from '../samples.ts';
import { putCard } from './put.tsx';

let responses: Record<string, unknown>[];
let running: Bench;

beforeEach(() => {
  responses = [];
  vi.stubGlobal('fetch', async (_url: string | URL, init: RequestInit = {}) => {
    responses.push(JSON.parse(String(init.body)));
    return new Response(JSON.stringify({ responseId: 'r1' }));
  });
});
afterEach(() => {
  running.end();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

const key = '0b1f4f0e-5f0a-4c1c-9d3c-0a7a3f1d2e4b';
function put(questions?: Question[], options?: Partial<Options>) {
  running = bench(options);
  const survey = surveyOf({}, questions);
  return { survey, gone: putCard(running.core, survey, key) };
}
const card = () => page.getByRole('dialog', { name: 'Survey' });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const focused = () => {
  const element = running.core.shadow.activeElement;
  return element?.getAttribute('aria-label') ?? element?.textContent ?? null;
};
const last = () => responses.at(-1);

test('question after question, each answer is kept at once in the one response, then there are thanks', async () => {
  const { survey, gone } = put();
  await button('3 of 10').click();
  await vi.waitFor(() => expect(last()).toMatchObject({ outcome: 'partial', answers: { score: 3 } }));
  await page.getByRole('checkbox', { name: 'An API' }).click();
  await page.getByRole('checkbox', { name: 'A mobile app' }).click();
  await button('Next').click();
  await vi.waitFor(() => expect(last()).toMatchObject({ answers: { score: 3, missing: ['app', 'api'] } }));
  await button('Skip').click();
  await userEvent.fill(
    page.getByRole('textbox', { name: 'What is the main reason for your score?' }),
    ' Slow ',
  );
  await button('Send').click();
  await expect.element(page.getByText('Thank you.', { exact: false })).toBeVisible();
  await vi.waitFor(() =>
    expect(last()).toMatchObject({
      outcome: 'answered',
      answers: { score: 3, missing: ['app', 'api'], why: 'Slow' },
      idempotencyKey: key,
    }),
  );
  expect(new Set(responses.map(({ idempotencyKey }) => idempotencyKey))).toEqual(new Set([key]));
  expect(running.heard['survey-answered']?.at(-1)).toEqual({
    survey: survey.slug,
    answers: { score: 3, missing: ['app', 'api'], why: 'Slow' },
    complete: true,
  });
  await button('Close').click();
  await gone;
  expect(running.heard['survey-dismissed']).toBeUndefined();
});

test('with more options than fit, the button that goes on is in sight, and no option is hidden below it', async () => {
  const options = Array.from({ length: 12 }, (_, at) => ({ id: `o${at}`, label: { en: `Option ${at}` } }));
  put([{ id: 'many', kind: 'several', title: { en: 'Which?' }, required: true, options }, why]);
  const next = button('Next');
  await expect.element(next).toBeVisible();
  const bottom = () => card().element().getBoundingClientRect().bottom;
  expect(page.getByText('Option 11').element().getBoundingClientRect().bottom).toBeGreaterThan(bottom());
  expect(next.element().getBoundingClientRect().bottom).toBeLessThan(bottom());
  const last = page.getByRole('checkbox', { name: 'Option 11' });
  last.element().focus();
  await vi.waitFor(() =>
    expect(last.element().getBoundingClientRect().bottom).toBeLessThan(
      next.element().getBoundingClientRect().top,
    ),
  );
});

test('by keyboard alone: arrows, Enter, back, and the focus is where it goes on', async () => {
  put();
  expect(document.activeElement).toBe(document.body);
  button('0 of 10: Not at all likely').element().focus();
  await userEvent.keyboard('{End}{ArrowLeft}{Enter}');
  await vi.waitFor(() => expect(running.core.shadow.activeElement?.tagName).toBe('TEXTAREA'));
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}{Tab}{Tab}');
  expect(focused()).toBe('Back');
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(focused()).toBe('9 of 10'));
  await expect.element(button('9 of 10')).toHaveAttribute('aria-pressed', 'true');
  await userEvent.keyboard('{ArrowRight}{Enter}');
  await vi.waitFor(() => expect(running.core.shadow.activeElement?.tagName).toBe('TEXTAREA'));
  await userEvent.keyboard('More.{Control>}{Enter}{/Control}');
  await vi.waitFor(() => expect(focused()).toBe('Close'));
  await vi.waitFor(() =>
    expect(last()).toMatchObject({ outcome: 'answered', answers: { score: 10, why: 'More.' } }),
  );
});

test('from right to left the arrows follow what is seen', async () => {
  put([score]);
  running.core.stage.dir = 'rtl';
  button('0 of 10: Not at all likely').element().focus();
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowRight}{Enter}');
  await vi.waitFor(() => expect(last()).toMatchObject({ answers: { score: 1 } }));
});

test('Escape dismisses, which is told; the focus goes back to where it came from', async () => {
  const before = document.body.appendChild(document.createElement('button'));
  const { survey, gone } = put();
  await expect.element(card()).toBeVisible();
  before.focus();
  button('Not now').element().focus();
  await userEvent.keyboard('{Escape}');
  await gone;
  expect(document.activeElement).toBe(before);
  expect(running.heard['survey-dismissed']).toEqual([{ survey: survey.slug }]);
  await vi.waitFor(() => expect(last()).toMatchObject({ outcome: 'dismissed', idempotencyKey: key }));
});

test('closed after an answer, the answer stays and nothing is taken back', async () => {
  const { gone } = put();
  await button('3 of 10').click();
  await vi.waitFor(() => expect(last()).toMatchObject({ outcome: 'partial' }));
  await button('Not now').click();
  await gone;
  expect(running.heard['survey-dismissed']).toHaveLength(1);
  expect(responses.some(({ outcome }) => outcome === 'dismissed')).toBe(false);
});

test('what is required is asked for in words, and what is typed stays', async () => {
  put([{ ...why, required: true }]);
  await button('Send').click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('Write a few words first.');
  await expect.element(page.getByRole('textbox')).toHaveAttribute('aria-invalid', 'true');
  await expect.element(button('Skip')).not.toBeInTheDocument();
  await userEvent.fill(page.getByRole('textbox'), 'Words');
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  await button('Send').click();
  await vi.waitFor(() => expect(last()).toMatchObject({ outcome: 'answered', answers: { why: 'Words' } }));
});

const question = (kind: Question['kind'], more: Partial<Question> = {}): Question => ({
  id: 'q',
  kind,
  title: { en: 'How was it?' },
  required: true,
  ...more,
});
const ends = { low: { en: 'Very hard' }, high: { en: 'Very easy' } };
test.each<[string, Question, string[]]>([
  ['nps', question('nps'), ['0 of 10: Not at all likely', '5 of 10', '10 of 10: Extremely likely']],
  ['csat', question('csat'), ['1 of 5: Very dissatisfied', '3 of 5', '5 of 5: Very satisfied']],
  ['ces', question('ces', ends), ['1 of 7: Very hard', '4 of 7', '7 of 7: Very easy']],
  ['rating with stars', question('rating', { scale: 5 }), ['1 of 5', '5 of 5']],
  [
    'rating with numbers',
    question('rating', { scale: 10, ...ends }),
    ['1 of 10: Very hard', '10 of 10: Very easy'],
  ],
])('a scale says which point of how many: %s', async (_, asked, names) => {
  put([asked]);
  const group = page.getByRole('group', { name: 'How was it?' });
  for (const name of names)
    await expect.element(group.getByRole('button', { name, exact: true })).toBeVisible();
  const stops = [...(running.core.shadow.querySelectorAll('.sq-scale button') ?? [])].filter(
    (each) => each instanceof HTMLElement && each.tabIndex === 0,
  );
  expect(stops).toHaveLength(1);
});

test('where a text is missing in the language the other stands in, marked as such', async () => {
  put([{ ...used, title: { 'zh-CN': '你最常用哪个功能？' } }]);
  const group = page.getByRole('group', { name: '你最常用哪个功能？' });
  await expect.element(group).toBeVisible();
  expect(running.core.shadow.querySelector('.sq-title')?.getAttribute('lang')).toBe('zh-CN');
  await expect.element(button('Reports')).toHaveAttribute('lang', 'en');
});

test('the card follows when the visitor chooses another language', async () => {
  put([score]);
  await expect.element(page.getByText('How likely are you to recommend us?')).toBeVisible();
  running.core.locale = () => 'zh-CN';
  running.core.language = () => 'zh-CN';
  running.core.stage.lang = 'zh-CN';
  await expect.element(page.getByText('你有多大可能推荐我们？')).toBeVisible();
  await expect.element(button('暂不回答')).toBeVisible();
});

test('a screen reader hears that there is a question, and which of how many', async () => {
  put();
  await vi.waitFor(() =>
    expect(running.core.shadow.querySelector('[role=status]')?.textContent).toContain(
      'How likely are you to recommend us?',
    ),
  );
  await expect
    .element(page.getByRole('group', { name: 'How likely are you to recommend us?' }))
    .toHaveAccessibleDescription('Question 1 of 4');
});

test('the host may change an answer before it goes, or keep it from going', async () => {
  put([used, { ...why, id: 'other' }, why], {
    beforeSend: (message) => {
      const { used: _, ...answers } = message.answers ?? {};
      return answers.why === 'secret' ? null : { ...message, answers };
    },
  });
  await button('Reports').click();
  await userEvent.fill(page.getByRole('textbox'), 'Fine');
  await button('Next').click();
  await vi.waitFor(() => expect(last()).toMatchObject({ outcome: 'partial', answers: { other: 'Fine' } }));
  await userEvent.fill(page.getByRole('textbox'), 'secret');
  await button('Send').click();
  await vi.waitFor(() => expect(running.heard.failed).toMatchObject([{ type: 'response', code: 'vetoed' }]));
  for (const { answers } of responses) expect(answers).toEqual({ other: 'Fine' });
});

test('a double click answers one question, not also the one that comes to stand there', async () => {
  put([score, { ...score, id: 'again' }, { ...score, id: 'third' }].map(({ next: _, ...each }) => each));
  await button('5 of 10').dblClick();
  await expect.element(page.getByText('Question 2 of 3')).toBeVisible();
  await vi.waitFor(() => expect(last()).toMatchObject({ outcome: 'partial', answers: { score: 5 } }));
});

test('whoever logs in meanwhile does not answer for the one before', async () => {
  const { gone } = put();
  await expect.element(card()).toBeVisible();
  running.core.store.set('visitor', null);
  await button('3 of 10').click();
  await gone;
  expect(responses).toEqual([]);
});

test('the card fits a screen of 320 by 200, what is beneath is reached by scrolling', async () => {
  await page.viewport(320, 200);
  put();
  const element = running.core.shadow.querySelector('.survey');
  const box = element?.getBoundingClientRect();
  expect(box && box.left >= 0 && box.top >= 0 && box.right <= 320 && box.bottom <= 200).toBe(true);
  await button('10 of 10: Extremely likely').click();
  await expect.element(page.getByRole('textbox')).toBeVisible();
  await page.viewport(1280, 800);
});
