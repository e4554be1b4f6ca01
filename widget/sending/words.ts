import outboxEn from '../../shared/i18n/outbox/en.ts';
import outboxZh from '../../shared/i18n/outbox/zh-CN.ts';
import en from '../../shared/i18n/widget/sending/en.ts';
import zh from '../../shared/i18n/widget/sending/zh-CN.ts';
import { useRoomWords } from '../frame/words.ts';

const english = { ...outboxEn, ...en };
const catalogues = { en: english, 'zh-CN': { ...outboxZh, ...zh } };

/** What there is to say about a message on its way, in the panel's language. */
export const useSendingWords = () => useRoomWords<typeof english>('sending', catalogues).t;
