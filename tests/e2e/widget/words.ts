// The widget's catalogues, so that a test finds its way through either language.
import { globSync } from 'node:fs';
import { join } from 'node:path';
import annotateEn from '../../../shared/i18n/annotate/en.ts';
import annotateZh from '../../../shared/i18n/annotate/zh-CN.ts';
import outboxEn from '../../../shared/i18n/outbox/en.ts';
import outboxZh from '../../../shared/i18n/outbox/zh-CN.ts';
import { type Catalogue, translator } from '../../../shared/i18n/translate.ts';
import articlesEn from '../../../shared/i18n/widget/articles/en.ts';
import articlesZh from '../../../shared/i18n/widget/articles/zh-CN.ts';
import badgeEn from '../../../shared/i18n/widget/badge/en.ts';
import badgeZh from '../../../shared/i18n/widget/badge/zh-CN.ts';
import contextEn from '../../../shared/i18n/widget/context/en.ts';
import contextZh from '../../../shared/i18n/widget/context/zh-CN.ts';
import conversationsEn from '../../../shared/i18n/widget/conversations/en.ts';
import conversationsZh from '../../../shared/i18n/widget/conversations/zh-CN.ts';
import appEn from '../../../shared/i18n/widget/en.ts';
import laterEn from '../../../shared/i18n/widget/later/en.ts';
import laterZh from '../../../shared/i18n/widget/later/zh-CN.ts';
import launcherEn from '../../../shared/i18n/widget/launcher/en.ts';
import launcherZh from '../../../shared/i18n/widget/launcher/zh-CN.ts';
import pictureEn from '../../../shared/i18n/widget/picture/en.ts';
import pictureZh from '../../../shared/i18n/widget/picture/zh-CN.ts';
import sendingEn from '../../../shared/i18n/widget/sending/en.ts';
import sendingZh from '../../../shared/i18n/widget/sending/zh-CN.ts';
import surveyEn from '../../../shared/i18n/widget/survey/en.ts';
import surveyZh from '../../../shared/i18n/widget/survey/zh-CN.ts';
import appZh from '../../../shared/i18n/widget/zh-CN.ts';
import { sentencesOf } from '../support/scan.ts';

/** What the widget says in a language, one function a room. */
export function wordsOf(locale: 'en' | 'zh-CN') {
  const room = <Source>(en: Source & Catalogue<Source>, zh: Catalogue<Source>) =>
    translator<Source>(locale, locale === 'en' ? en : zh);
  return {
    app: room(appEn, appZh),
    articles: room(articlesEn, articlesZh),
    badge: room(badgeEn, badgeZh),
    context: room(contextEn, contextZh),
    conversations: room(conversationsEn, conversationsZh),
    launcher: room(launcherEn, launcherZh),
    later: room(laterEn, laterZh),
    picture: room(pictureEn, pictureZh),
    sending: room({ ...outboxEn, ...sendingEn }, { ...outboxZh, ...sendingZh }),
    survey: room(surveyEn, surveyZh),
    annotate: room({ ...annotateEn }, { ...annotateZh }),
  };
}

const shared = join(import.meta.dirname, '../../../shared/i18n');

/** A pattern for every English sentence that the widget can say. */
export async function englishSentences(): Promise<RegExp[]> {
  const files = ['annotate/en.ts', 'outbox/en.ts', ...globSync('widget/**/en.ts', { cwd: shared })];
  const catalogues = await Promise.all(
    files.map(async (file): Promise<{ default: object }> => import(join(shared, file))),
  );
  return sentencesOf(catalogues.map((catalogue) => catalogue.default));
}
