import en from '../../shared/i18n/widget/articles/en.ts';
import zh from '../../shared/i18n/widget/articles/zh-CN.ts';
import { useRoomWords } from '../frame/words.ts';

/** The words of the offered articles in the panel's language. */
export const useArticleWords = () => useRoomWords<typeof en>('articles', { en, 'zh-CN': zh });
