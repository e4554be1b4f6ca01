// The widget's catalogues, so that a test finds its way through either language.
import { globSync } from 'node:fs';
import { join } from 'node:path';
import annotateEn from '../../../shared/i18n/annotate/en.ts';
import annotateZh from '../../../shared/i18n/annotate/zh-CN.ts';
import outboxEn from '../../../shared/i18n/outbox/en.ts';
import outboxZh from '../../../shared/i18n/outbox/zh-CN.ts';
import pickEn from '../../../shared/i18n/pick/en.ts';
import pickZh from '../../../shared/i18n/pick/zh-CN.ts';
import { type Catalogue, type Phrase, translator } from '../../../shared/i18n/translate.ts';
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

const catalogues = {
  en: {
    ...{
      app: appEn,
      articles: articlesEn,
      badge: badgeEn,
      context: contextEn,
      conversations: conversationsEn,
    },
    ...{ launcher: launcherEn, later: laterEn, picture: pictureEn, pick: pickEn, survey: surveyEn },
    ...{ sending: { ...outboxEn, ...sendingEn }, annotate: { ...annotateEn } },
  },
  'zh-CN': {
    ...{
      app: appZh,
      articles: articlesZh,
      badge: badgeZh,
      context: contextZh,
      conversations: conversationsZh,
    },
    ...{ launcher: launcherZh, later: laterZh, picture: pictureZh, pick: pickZh, survey: surveyZh },
    ...{ sending: { ...outboxZh, ...sendingZh }, annotate: { ...annotateZh } },
  },
};

/** Says a phrase in another language. */
type Reword = (phrase: Phrase) => Phrase;

/** What the widget says in a language, one function a room. `he` is said in words that `reword` makes of the English. */
export function wordsOf(language: 'en' | 'zh-CN' | 'he', reword: Reword = (phrase) => phrase) {
  const all = language === 'zh-CN' ? catalogues['zh-CN'] : catalogues.en;
  const room = <Source>(catalogue: Catalogue<Source>) => {
    const words = { ...catalogue };
    if (language === 'he') for (const key in words) Object.assign(words, { [key]: reword(words[key]) });
    return translator<Source>(language, words);
  };
  return {
    app: room<typeof appEn>(all.app),
    articles: room<typeof articlesEn>(all.articles),
    badge: room<typeof badgeEn>(all.badge),
    context: room<typeof contextEn>(all.context),
    conversations: room<typeof conversationsEn>(all.conversations),
    launcher: room<typeof launcherEn>(all.launcher),
    later: room<typeof laterEn>(all.later),
    picture: room<typeof pictureEn>(all.picture),
    pick: room<typeof pickEn>(all.pick),
    sending: room<typeof catalogues.en.sending>(all.sending),
    survey: room<typeof surveyEn>(all.survey),
    annotate: room<typeof catalogues.en.annotate>(all.annotate),
  };
}
export type Words = ReturnType<typeof wordsOf>;

/** Every text of the widget as a host would hand it over in `options.strings`. */
export const wordings = (reword: Reword): Record<string, Phrase> =>
  Object.fromEntries(
    Object.entries(catalogues.en).flatMap(([name, catalogue]) =>
      Object.entries(catalogue).map(([key, phrase]) => [`${name}.${key}`, reword(phrase)] as const),
    ),
  );

const shared = join(import.meta.dirname, '../../../shared/i18n');

/** A pattern for every English sentence that the widget can say. */
export async function englishSentences(): Promise<RegExp[]> {
  const files = ['annotate/en.ts', 'outbox/en.ts', ...globSync('widget/**/en.ts', { cwd: shared })];
  const catalogues = await Promise.all(
    files.map(async (file): Promise<{ default: object }> => import(join(shared, file))),
  );
  return sentencesOf(catalogues.map((catalogue) => catalogue.default));
}
