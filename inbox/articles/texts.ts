import en from '../../shared/i18n/inbox/articles/en.ts';
import zh from '../../shared/i18n/inbox/articles/zh-CN.ts';
import type { Texts } from '../settings/text.ts';

/** The words of the article list and editor. */
export const articles: Texts<typeof en> = { en, 'zh-CN': zh };
