import { press, type Screen } from './screen.ts';

/** NPS, the surveys, the editor and the results of one. */
export const surveysScreens = ({ survey }: Record<'survey', string>): Screen[] => [
  { name: 'nps', who: 'agent', hash: '#/nps', ready: '.comment-list li' },
  {
    name: 'nps all time, table',
    who: 'agent',
    hash: '#/nps?range=all',
    ready: '.comment-list li',
    go: press('.months-table summary'),
  },
  { name: 'nps empty', who: 'newcomer', hash: '#/nps', ready: '.hb-empty' },
  { name: 'surveys', who: 'pm', hash: '#/surveys', ready: '.surveys tbody tr' },
  { name: 'surveys empty', who: 'newcomer', hash: '#/surveys', ready: '.template' },
  { name: 'survey', who: 'pm', hash: `#/surveys/${survey}`, ready: '.survey-preview-card .sq-option' },
  { name: 'survey as viewer', who: 'viewer', hash: `#/surveys/${survey}`, ready: '.read-only' },
  {
    name: 'new survey, refused',
    who: 'pm',
    hash: '#/surveys/new?template=empty',
    ready: '.survey-form',
    go: async (page) => {
      await press('.add-question')(page);
      await press('.hb-menu-item')(page);
      await press('.editor-actions .hb-primary')(page);
      await page.locator('.fault-summary').waitFor();
    },
  },
  {
    name: 'survey, delete?',
    who: 'pm',
    hash: '#/surveys',
    ready: '.surveys tbody tr',
    go: async (page) => {
      await press('.surveys-actions button')(page);
      await press('.hb-menu-danger')(page);
      await page.locator('dialog[open] p').waitFor();
    },
  },
  { name: 'survey results', who: 'agent', hash: `#/surveys/${survey}/results`, ready: '.written li' },
];
