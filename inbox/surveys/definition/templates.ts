import { type Draft, everyPage } from './draft.ts';

export const templateNames = ['nps', 'csat', 'ces', 'feature', 'empty'] as const;
export type TemplateName = (typeof templateNames)[number];

const basis = {
  thanks: null,
  audience: [],
  samplePercent: 100,
  priority: 0,
  startsAt: null,
  endsAt: null,
  cooldownDays: 90,
} as const;

/** What a new survey begins with. Its name is the template's in the reader's language. */
export const templates: Readonly<Record<TemplateName, Omit<Draft, 'name'>>> = {
  nps: {
    ...basis,
    slug: 'nps',
    kind: 'nps',
    trigger: everyPage,
    questions: [
      {
        id: 'score',
        kind: 'nps',
        required: true,
        title: {
          en: 'How likely are you to recommend us to a friend or colleague?',
          'zh-CN': '您有多大可能把我们推荐给朋友或同事？',
        },
      },
      {
        id: 'reason',
        kind: 'text',
        required: false,
        title: { en: 'What is the main reason for your score?', 'zh-CN': '您打这个分数的主要原因是什么？' },
      },
    ],
  },
  csat: {
    ...basis,
    slug: 'csat',
    kind: 'csat',
    cooldownDays: 0,
    trigger: { ...everyPage, delaySeconds: 0, conversationClosed: true },
    questions: [
      {
        id: 'score',
        kind: 'csat',
        required: true,
        title: { en: 'How satisfied are you with the help you got?', 'zh-CN': '您对这次得到的帮助满意吗？' },
        next: [{ if: { over: 3 }, to: 'end' }],
      },
      {
        id: 'reason',
        kind: 'text',
        required: false,
        title: { en: 'What could we have done better?', 'zh-CN': '我们哪里可以做得更好？' },
      },
    ],
  },
  ces: {
    ...basis,
    slug: 'ces',
    kind: 'ces',
    trigger: { ...everyPage, event: 'task-done', delaySeconds: 1 },
    questions: [
      {
        id: 'score',
        kind: 'ces',
        required: true,
        title: { en: 'It was easy to get this done.', 'zh-CN': '完成这件事很轻松。' },
        low: { en: 'Strongly disagree', 'zh-CN': '非常不同意' },
        high: { en: 'Strongly agree', 'zh-CN': '非常同意' },
        next: [{ if: { over: 4 }, to: 'end' }],
      },
      {
        id: 'reason',
        kind: 'text',
        required: false,
        title: { en: 'What made it hard?', 'zh-CN': '是什么让它变得困难？' },
      },
    ],
  },
  feature: {
    ...basis,
    slug: 'feature',
    kind: 'custom',
    trigger: { ...everyPage, pages: ['/reports/**'], delaySeconds: 30 },
    questions: [
      {
        id: 'use',
        kind: 'choice',
        required: true,
        title: { en: 'What do you use this page for most?', 'zh-CN': '您最常用这个页面做什么？' },
        options: [
          { id: 'overview', label: { en: 'A quick overview', 'zh-CN': '快速了解概况' } },
          { id: 'analysis', label: { en: 'Analysis', 'zh-CN': '深入分析' } },
          { id: 'sharing', label: { en: 'Sharing with others', 'zh-CN': '分享给他人' } },
          { id: 'other', label: { en: 'Something else', 'zh-CN': '其他' } },
        ],
      },
      {
        id: 'value',
        kind: 'rating',
        scale: 5,
        required: true,
        title: { en: 'How useful is it to you?', 'zh-CN': '它对您有多大用处？' },
        low: { en: 'Not useful', 'zh-CN': '没有用处' },
        high: { en: 'Very useful', 'zh-CN': '非常有用' },
      },
      {
        id: 'missing',
        kind: 'text',
        required: false,
        title: { en: 'What is missing?', 'zh-CN': '还缺少什么？' },
      },
    ],
  },
  empty: { ...basis, slug: 'survey', kind: 'custom', trigger: everyPage, questions: [] },
};
