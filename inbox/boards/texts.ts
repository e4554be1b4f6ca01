import en from '../../shared/i18n/inbox/boards/en.ts';
import zh from '../../shared/i18n/inbox/boards/zh-CN.ts';
import type { Texts } from '../settings/text.ts';

/** The words of boards and captures. */
export const boards: Texts<typeof en> = { en, 'zh-CN': zh };
