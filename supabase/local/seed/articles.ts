// Help articles, and what became of them when they were offered to people who typed a question.
import type { Locale } from '../../../shared/domain/nouns.ts';
import { demoProjectId } from '../demo.ts';
import { randomFrom, stableId } from './random.ts';
import type { ArticleText } from './texts.ts';

/** What people type, in both languages, and the article that answers it. */
const typed: readonly [topic: string, en: string, zh: string][] = [
  ['export-data', 'export only filtered rows', '怎么导出'],
  ['billing', 'where is my invoice', '发票'],
  ['invite-people', 'add a colleague', '离职同事怎么停用'],
  ['reset-password', 'no password mail', '收不到验证码'],
  ['time-zone', 'totals differ by one day', '总额不一样'],
  ['import-orders', 'how many rows can I import', '导入日期格式'],
  ['schedule-reports', 'send report every monday', '自动发报表'],
  ['two-step', 'lost my phone', '手机丢了'],
];

const articleId = (topic: string, locale: Locale) => stableId('article', topic, locale);

/** @param sources topic and language → the message that an article was made from */
export function articleRows(
  texts: readonly ArticleText[],
  now: number,
  authors: Readonly<Record<Locale, string>>,
  sources: ReadonlyMap<string, string>,
) {
  return texts.map((text) => {
    const created = now - text.ago;
    // Articles are looked after: most were touched again since they were written.
    const updated = now - text.ago * randomFrom(`article ${text.topic} ${text.locale}`).next();
    return {
      id: articleId(text.topic, text.locale),
      project_id: demoProjectId,
      locale: text.locale,
      title: text.title,
      body: text.body,
      status: text.status,
      source_message_id: sources.get(`${text.topic} ${text.locale}`) ?? null,
      created_by: authors[text.locale],
      created_at: new Date(created),
      updated_at: new Date(updated),
      published_at: text.status === 'published' ? new Date(created) : null,
    };
  });
}

/** Shown, opened, helped and submitted anyway over sixty days, each outcome once a session. */
export function suggestionRows(now: number) {
  const random = randomFrom('suggestions');
  return Array.from({ length: 180 }, (_, index) => {
    const [topic, en, zh] = random.pick([typed[0] ?? ['export-data', '', ''], ...typed]);
    const locale: Locale = random.next() < 0.5 ? 'en' : 'zh-CN';
    const at = now - random.next() * 60 * 86_400_000 - 600_000;
    const fate = random.next();
    const outcomes = [
      'shown',
      ...(fate < 0.55 ? ['opened'] : []),
      ...(fate < 0.32 ? ['helped'] : fate < 0.8 ? ['submitted_anyway'] : []),
    ];
    return outcomes.map((outcome, place) => ({
      project_id: demoProjectId,
      article_id: articleId(topic, locale),
      session_id: stableId('session', index),
      outcome,
      query: locale === 'en' ? en : zh,
      created_at: new Date(at + place * 20_000),
    }));
  }).flat();
}
