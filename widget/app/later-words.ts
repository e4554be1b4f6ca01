import en from '../../shared/i18n/widget/later/en.ts';
import zh from '../../shared/i18n/widget/later/zh-CN.ts';
import { useRoomWords } from '../frame/words.ts';

/** The words of what comes a moment after the panel. */
export const useLaterWords = () => useRoomWords<typeof en>('later', { en, 'zh-CN': zh });
