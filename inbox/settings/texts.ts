import en from '../../shared/i18n/inbox/shell/en.ts';
import zh from '../../shared/i18n/inbox/shell/zh-CN.ts';
import type { Texts } from './text.ts';

/** The words around every screen: sign-in, navigation, failures, times. */
export const shell: Texts<typeof en> = { en, 'zh-CN': zh };
