import en from '../../../shared/i18n/widget/context/en.ts';
import zh from '../../../shared/i18n/widget/context/zh-CN.ts';
import { roomWords, useRoomWords } from '../../frame/words.ts';
import type { Core } from '../../loader/core.ts';

const catalogues = { en, 'zh-CN': zh };

/** The words of what goes with a message, for what is no view. */
export const contextWords = (core: Pick<Core, 'locale' | 'language' | 'options'>) =>
  roomWords<typeof en>(core, 'context', catalogues).t;

export const useContextWords = () => useRoomWords<typeof en>('context', catalogues);
export type ContextWords = ReturnType<typeof useContextWords>;
