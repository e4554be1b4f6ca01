import { dialog, press, type Screen } from './screen.ts';

/** The articles, and the editor of one. */
export const articlesScreens = ({ article }: Record<'article', string>): Screen[] => [
  { name: 'articles', who: 'agent', hash: '#/articles', ready: 'tbody tr' },
  { name: 'articles as pm', who: 'pm', hash: '#/articles', ready: 'tbody tr' },
  { name: 'articles empty', who: 'newcomer', hash: '#/articles', ready: '.hb-empty' },
  { name: 'article', who: 'agent', hash: `#/articles/${article}`, ready: '.prose h1 + div > *' },
  { name: 'article as pm', who: 'pm', hash: `#/articles/${article}`, ready: '.prose h1 + div > *' },
  {
    name: 'new article, refused',
    who: 'agent',
    hash: '#/articles/new',
    ready: '.editor-form textarea',
    go: async (page) => {
      await press('.editor-actions .hb-primary')(page);
      await page.locator('.hb-error:not([hidden])').first().waitFor();
    },
  },
  {
    name: 'article, delete?',
    who: 'agent',
    hash: `#/articles/${article}`,
    ready: '.prose h1 + div > *',
    go: async (page) => {
      await press('.editor-actions .hb-ghost')(page);
      await dialog(page);
    },
  },
];
