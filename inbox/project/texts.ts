import en from '../../shared/i18n/inbox/project/en.ts';
import zh from '../../shared/i18n/inbox/project/zh-CN.ts';
import type { Texts } from '../settings/text.ts';

/** What is set for a project: install, origins, business hours, surveys, signing secret. */
export const texts: Texts<typeof en> = { en, 'zh-CN': zh };
