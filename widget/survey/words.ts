import en from '../../shared/i18n/widget/survey/en.ts';
import zh from '../../shared/i18n/widget/survey/zh-CN.ts';
import { roomWords, useRoomWords } from '../frame/words.ts';
import type { Core } from '../loader/core.ts';

const catalogues = { en, 'zh-CN': zh };

/** The words of a survey in the widget's language: of the card, which stands outside the panel. */
export const surveyWords = (core: Core) => roomWords<typeof en>(core, 'survey', catalogues);
/** The same inside the panel. */
export const useSurveyWords = () => useRoomWords<typeof en>('survey', catalogues);
