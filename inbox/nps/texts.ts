import en from '../../shared/i18n/inbox/nps/en.ts';
import zh from '../../shared/i18n/inbox/nps/zh-CN.ts';
import type { Texts } from '../settings/text.ts';

/** The words of the NPS screen. */
export const nps: Texts<typeof en> = { en, 'zh-CN': zh };
