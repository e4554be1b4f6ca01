import '../../../shared/survey/questions/questions.css';
import { useMemo, useState } from 'preact/hooks';
import type { Locale } from '../../../shared/domain/nouns.ts';
import type { Localized } from '../../../shared/domain/survey.ts';
import { translator } from '../../../shared/i18n/translate.ts';
import widgetEn from '../../../shared/i18n/widget/survey/en.ts';
import widgetZh from '../../../shared/i18n/widget/survey/zh-CN.ts';
import { textIn } from '../../../shared/survey/answers.ts';
import { SurveyQuestions } from '../../../shared/survey/questions/questions.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { SegmentedControl } from '../../../shared/ui/choice.tsx';
import { refresh } from '../../../shared/ui/icons.ts';
import { usePreferences } from '../../settings/preferences.tsx';
import { useText } from '../../settings/text.ts';
import { clean, type Draft } from '../definition/draft.ts';
import { surveys } from '../texts.ts';

const words = { en: widgetEn, 'zh-CN': widgetZh };

/**
 * The card as end users see it, with the parts the widget shows. It begins with the question that is worked on; after
 * every change it begins anew.
 */
export function Preview({ draft, at }: { draft: Draft; at: number }) {
  const t = useText(surveys);
  const preferences = usePreferences();
  const [chosen, setChosen] = useState<Locale | null>(null);
  const locale = chosen ?? preferences.locale;
  const [theme, setTheme] = useState<'light' | 'dark'>('light');
  const [turn, setTurn] = useState(0);
  const [whole, setWhole] = useState<string | null>(null);
  const survey = useMemo(() => {
    // What is not written yet has a word in its place, so that nothing is without a name.
    const written = (texts: Localized, word: string) => (textIn(texts, locale) ? texts : { [locale]: word });
    const { questions, thanks } = clean(draft);
    return {
      thanks,
      questions: questions.map((question) => ({
        ...question,
        title: written(question.title, t('question_untitled')),
        ...(question.options && {
          options: question.options.map((option, place) => ({
            ...option,
            label: written(option.label, t('option_number', { number: place + 1 })),
          })),
        }),
      })),
    };
  }, [draft, locale, t]);
  const say = useMemo(() => translator(locale, words[locale]), [locale]);
  const text = JSON.stringify([survey.questions, survey.thanks]);
  // "From the start" holds until something else is worked on.
  const place = `${text} ${at}`;
  const from = whole === place ? 0 : Math.min(at, Math.max(0, survey.questions.length - 1));
  const shown = { questions: survey.questions.slice(from), thanks: survey.thanks };

  return (
    <section class="survey-preview" aria-labelledby="survey-preview-title">
      <header class="survey-preview-head">
        <h2 id="survey-preview-title">{t('preview')}</h2>
        <SegmentedControl
          label={t('preview_language')}
          value={locale}
          options={[
            { value: 'en', label: t('language_en') },
            { value: 'zh-CN', label: t('language_zh') },
          ]}
          onChange={setChosen}
        />
        <SegmentedControl
          label={t('preview_theme')}
          value={theme}
          options={[
            { value: 'light', label: t('preview_light') },
            { value: 'dark', label: t('preview_dark') },
          ]}
          onChange={setTheme}
        />
      </header>
      <div class="survey-preview-page" data-theme={theme} lang={locale}>
        {shown.questions.length > 0 ? (
          <div class="survey-preview-card">
            <SurveyQuestions
              key={`${place} ${locale} ${turn}`}
              survey={shown}
              locale={locale}
              t={say}
              onAnswer={() => {}}
            />
          </div>
        ) : (
          <p class="muted">{t('preview_empty')}</p>
        )}
      </div>
      {shown.questions.length > 0 && (
        <footer class="survey-preview-foot">
          <span class="muted">{from > 0 && t('preview_from', { number: from + 1 })}</span>
          <Button
            variant="ghost"
            icon={refresh}
            onClick={() => {
              setWhole(place);
              setTurn(turn + 1);
            }}
          >
            {t('preview_restart')}
          </Button>
        </footer>
      )}
    </section>
  );
}
