import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { stage } from '../support/stage.tsx';
import { ArticleEditor } from './editor-view.tsx';

let shown: ReturnType<typeof stage>;
const empty = <ArticleEditor route={{ name: 'new-article', fromMessage: null }} />;
const none = () => Response.json([]);

beforeEach(() => localStorage.setItem('hearback:inbox:locale', 'en'));
afterEach(() => shown.leave());

test.each([
  ['pm', 'As a product manager you can read articles.'],
  ['viewer', 'As a viewer you can read articles.'],
] as const)('a %s who follows a link to a new article reads why not, and the way back', async (role, why) => {
  shown = stage(empty, none, role);
  await expect.element(page.getByText(why, { exact: false })).toBeVisible();
  await expect
    .element(page.getByRole('link', { name: 'Back to the articles' }))
    .toHaveAttribute('href', '#/articles');
  expect(shown.box.querySelector('form')).toBeNull();
});

test('an agent gets the form', async () => {
  shown = stage(empty, none, 'agent');
  await expect.element(page.getByRole('textbox', { name: 'Title' })).toBeVisible();
});
