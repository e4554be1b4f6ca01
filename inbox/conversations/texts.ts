import en from '../../shared/i18n/inbox/conversations/en.ts';
import zh from '../../shared/i18n/inbox/conversations/zh-CN.ts';
import type { Texts } from '../settings/text.ts';

/** The words of list and thread. */
export const conversations: Texts<typeof en> = { en, 'zh-CN': zh };
