import en from '../../shared/i18n/widget/conversations/en.ts';
import zh from '../../shared/i18n/widget/conversations/zh-CN.ts';
import { useRoomWords } from '../frame/words.ts';

/** The words of list and thread in the panel's language. */
export const useConversationWords = () => useRoomWords<typeof en>('conversations', { en, 'zh-CN': zh });
