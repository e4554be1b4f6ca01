// What is written on the buttons that have to be pressed, in both languages: the applications' own catalogues.
import type { Locale } from '../../shared/domain/nouns.ts';
import annotateEn from '../../shared/i18n/annotate/en.ts';
import annotateZh from '../../shared/i18n/annotate/zh-CN.ts';
import extensionEn from '../../shared/i18n/extension/en.ts';
import extensionZh from '../../shared/i18n/extension/zh-CN.ts';
import inboxEn from '../../shared/i18n/inbox/en.ts';
import inboxZh from '../../shared/i18n/inbox/zh-CN.ts';
import articlesEn from '../../shared/i18n/widget/articles/en.ts';
import articlesZh from '../../shared/i18n/widget/articles/zh-CN.ts';
import widgetEn from '../../shared/i18n/widget/en.ts';
import launcherEn from '../../shared/i18n/widget/launcher/en.ts';
import launcherZh from '../../shared/i18n/widget/launcher/zh-CN.ts';
import pictureEn from '../../shared/i18n/widget/picture/en.ts';
import pictureZh from '../../shared/i18n/widget/picture/zh-CN.ts';
import sendingEn from '../../shared/i18n/widget/sending/en.ts';
import sendingZh from '../../shared/i18n/widget/sending/zh-CN.ts';
import surveyEn from '../../shared/i18n/widget/survey/en.ts';
import surveyZh from '../../shared/i18n/widget/survey/zh-CN.ts';
import widgetZh from '../../shared/i18n/widget/zh-CN.ts';

const en = {
  widget: widgetEn,
  launcher: launcherEn,
  picture: pictureEn,
  sending: sendingEn,
  survey: surveyEn,
  articles: articlesEn,
  annotate: annotateEn,
  inbox: inboxEn,
  extension: extensionEn,
};
const zh = {
  widget: widgetZh,
  launcher: launcherZh,
  picture: pictureZh,
  sending: sendingZh,
  survey: surveyZh,
  articles: articlesZh,
  annotate: annotateZh,
  inbox: inboxZh,
  extension: extensionZh,
};
export const words = { en, 'zh-CN': zh } as const satisfies Record<Locale, object>;

/** What our two people write. */
export const said = {
  en: {
    question: 'How do I export only the rows that I have filtered?',
    bug: 'June is missing in the chart, while the table has 57 orders. I blacked out my name.',
    answer:
      'Thank you, the picture shows it well. June was still being counted; it is there now. Please reload once.',
    note: 'The import of June ran late. Nothing is lost.',
    why: 'Saves me an hour every Monday.',
    capture: 'Last year as a thin line',
  },
  'zh-CN': {
    question: '怎么导出账单',
    bug: '六月份的数据在图表里没有显示，但表格里有 57 单，麻烦看一下。账号名我涂掉了。',
    answer: '您好，截图很清楚。六月的数据刚刚统计完，现在已经能看到了，麻烦刷新一下页面。',
    note: '六月的导入任务延迟了，数据没有丢。',
    why: '月底对账省了两天时间。',
    capture: '去年同期用细线表示',
  },
} as const satisfies Record<Locale, Record<string, string>>;
