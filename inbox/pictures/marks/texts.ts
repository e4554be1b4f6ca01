import en from '../../../shared/i18n/inbox/pictures/en.ts';
import zh from '../../../shared/i18n/inbox/pictures/zh-CN.ts';
import type { Texts } from '../../settings/text.ts';

/** The words of what was drawn on pictures. */
export const pictures: Texts<typeof en> = { en, 'zh-CN': zh };
