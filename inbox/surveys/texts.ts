import en from '../../shared/i18n/inbox/surveys/en.ts';
import zh from '../../shared/i18n/inbox/surveys/zh-CN.ts';
import type { Texts } from '../settings/text.ts';

/** The words of the surveys: list, editor, results. */
export const surveys: Texts<typeof en> = { en, 'zh-CN': zh };
