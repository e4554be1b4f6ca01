import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { stage } from '../../support/stage.tsx';
import { SurveyEditor } from './editor-view.tsx';

let shown: ReturnType<typeof stage>;
let sent: { method: string; body: unknown }[];
const id = '5e4a1c0e-0001-4000-8000-000000000021';

function open(template: string, role: 'pm' | 'viewer' = 'pm') {
  shown = stage(
    <SurveyEditor route={{ name: 'new-survey', template }} />,
    ({ method, body }) => {
      sent.push({ method, body });
      return Response.json({ id }, { status: 201 });
    },
    role,
  );
}
const titles = () => [...shown.box.querySelectorAll('.question-name')].map((one) => one.textContent);
const preview = () => page.getByRole('region', { name: 'Preview' });
const button = (name: string) => page.getByRole('button', { name, exact: true });

beforeEach(() => {
  localStorage.setItem('hearback:inbox:locale', 'en');
  sent = [];
});
afterEach(() => {
  shown.leave();
  // Without an event, which the next test's form would hold back.
  history.replaceState(null, '', '#');
});

test('the arrow keys on its handle move a question, the focus and the word about it go along', async () => {
  open('feature');
  const handle = button('Move question 1: arrow keys or drag');
  handle.element().focus();
  await userEvent.keyboard('{ArrowDown}');
  await vi.waitFor(() => expect(titles()[1]).toContain('What do you use this page for most?'));
  await expect.element(page.getByText('Question 1 is now question 2 of 3')).toBeInTheDocument();
  await expect.element(button('Move question 2: arrow keys or drag')).toHaveFocus();
  await userEvent.keyboard('{ArrowUp}');
  await vi.waitFor(() => expect(titles()[0]).toContain('What do you use this page for most?'));
});

test('a question is dragged to another place by its handle, and the focus goes along', async () => {
  open('feature');
  const handle = button('Move question 1: arrow keys or drag').element();
  const cards = [...shown.box.querySelectorAll('.question')].map((card) => card.getBoundingClientRect());
  const y = (cards[1]?.bottom ?? 0) - 5;
  const pointer = (type: string) =>
    handle.dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true, button: 0, clientY: y }));
  pointer('pointerdown');
  await vi.waitFor(() => expect(shown.box.querySelector('.question-dragged')).not.toBeNull());
  // A mouse reports more often than a page is drawn.
  for (let report = 0; report < 20; report++) {
    pointer('pointermove');
    if (report % 2) await Promise.resolve();
  }
  await vi.waitFor(() => expect(titles()[1]).toContain('What do you use this page for most?'));
  pointer('pointerup');
  await vi.waitFor(() => expect(shown.box.querySelector('.question-dragged')).toBeNull());
  await expect.element(button('Move question 2: arrow keys or drag')).toHaveFocus();
  expect(titles()[1]).toContain('What do you use this page for most?');
});

test('a question is added, written in both languages, and seen as end users will see it', async () => {
  open('empty');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Colours');
  await button('Add a question').click();
  await page.getByRole('menuitem', { name: 'One of several' }).click();
  await page.getByLabelText('Question, English').fill('Which colour?');
  await page.getByLabelText('Question, 中文').fill('哪种颜色？');
  await page.getByLabelText('Option 1, English').fill('Red');
  await page.getByLabelText('Option 2, English').fill('Blue');
  await expect.element(preview().getByRole('button', { name: 'Blue' })).toBeVisible();
  await preview().getByText('中文').click();
  await expect.element(preview().getByText('哪种颜色？')).toBeVisible();
  await button('Save and start').click();
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({
    method: 'POST',
    body: {
      slug: 'colours',
      kind: 'custom',
      active: true,
      questions: [
        {
          kind: 'choice',
          title: { en: 'Which colour?', 'zh-CN': '哪种颜色？' },
          options: [{ label: { en: 'Red' } }, { label: { en: 'Blue' } }],
        },
      ],
    },
  });
  await vi.waitFor(() => expect(location.hash).toBe(`#/surveys/${id}`));
});

test('what is wrong is listed with its place, and a press leads to the field; nothing is sent', async () => {
  open('empty');
  await button('Add a question').click();
  await page.getByRole('menuitem', { name: 'One of several' }).click();
  await button('Add a condition').click();
  await button('Save').click();
  await expect.element(page.getByText('6 things to put right:')).toBeVisible();
  await page.getByRole('button', { name: 'Name the trait.' }).click();
  await expect.element(page.getByLabelText('Condition 1: Trait')).toHaveFocus();
  await page
    .getByRole('button', { name: 'Question 1, Option 2: Write it in at least one language.' })
    .click();
  await expect.element(page.getByLabelText('Option 2, English')).toHaveFocus();
  await page.getByRole('button', { name: 'Question 1: Write it in at least one language.' }).click();
  await expect.element(page.getByLabelText('Question, English')).toHaveFocus();
  await expect.element(page.getByLabelText('Question, English')).toHaveAttribute('aria-invalid', 'true');
  expect(sent).toEqual([]);
});

test('a question that was removed comes back with its branches', async () => {
  open('nps');
  await button('Remove question 2').click();
  await vi.waitFor(() => expect(titles()).toHaveLength(1));
  const { notices } = await import('../../view/notices.ts');
  notices.list().at(-1)?.action?.run();
  await vi.waitFor(() => expect(titles()).toHaveLength(2));
});

test('a branch leads to a later question, and the preview follows it', async () => {
  open('feature');
  await button('Add a branch').first().click();
  await page.getByLabelText('Branch 1: Value').selectOptions('other');
  await page.getByLabelText('Branch 1: go to').selectOptions('missing');
  await preview().getByRole('button', { name: 'Something else' }).click();
  await expect.element(preview().getByText('What is missing?')).toBeVisible();
});

test('whoever only reads surveys reads why, and gets no form', async () => {
  open('nps', 'viewer');
  await expect
    .element(page.getByText('Owners, admins and product managers change surveys.', { exact: false }))
    .toBeVisible();
  expect(shown.box.querySelector('form')).toBeNull();
});
