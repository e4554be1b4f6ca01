import type { Translate } from '../../shared/i18n/translate.ts';
import en from '../../shared/i18n/widget/picture/en.ts';
import zh from '../../shared/i18n/widget/picture/zh-CN.ts';
import { roomWords, useRoomWords } from '../frame/words.ts';
import type { Core } from '../loader/core.ts';

const catalogues = { en, 'zh-CN': zh };

/** The words of pictures and files, for what is no view. */
export const pictureWords = (core: Pick<Core, 'locale' | 'language' | 'options'>): Translate<typeof en> =>
  roomWords<typeof en>(core, 'picture', catalogues).t;

export const usePictureWords = () => useRoomWords<typeof en>('picture', catalogues);
