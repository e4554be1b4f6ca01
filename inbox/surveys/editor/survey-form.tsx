import { useRef, useState } from 'preact/hooks';
import { TextField } from '../../../shared/ui/field.tsx';
import { useWorkplace } from '../../app/workplace.ts';
import { navigate } from '../../routing/router.ts';
import { useText } from '../../settings/text.ts';
import { shell } from '../../settings/texts.ts';
import { LeaveDialog } from '../../view/leave-dialog.tsx';
import { notices } from '../../view/notices.ts';
import { clean, type Draft, differs, slugOf } from '../definition/draft.ts';
import { untranslated } from '../definition/translated.ts';
import { DeleteDialog } from '../delete-dialog.tsx';
import { addSurvey, type SaveFailure, type Survey, saveSurvey } from '../queries.ts';
import { surveys } from '../texts.ts';
import { FaultSummary } from './fault-summary.tsx';
import { LocalizedField } from './fields.tsx';
import { FormHead } from './form-head.tsx';
import { Audience } from './moment/audience.tsx';
import { Place } from './moment/place.tsx';
import { Preview } from './preview.tsx';
import { QuestionList } from './questions/question-list.tsx';
import { useFaults } from './use-faults.ts';

/** All of a survey with its preview; saving, starting, pausing, deleting. `survey` is null for a new one. */
export function SurveyForm(props: { survey: Survey | null; draft: Draft }) {
  const { survey } = props;
  const { backend, project, may } = useWorkplace();
  const t = useText(surveys);
  const say = useText(shell);
  const [draft, setDraft] = useState<Draft>(props.draft);
  const [saved, setSaved] = useState<Draft>(props.draft);
  const [active, setActive] = useState(survey?.active ?? false);
  const [busy, setBusy] = useState<'save' | 'start' | null>(null);
  const [checked, setChecked] = useState(false);
  const [failure, setFailure] = useState<SaveFailure | null>(null);
  const [deleting, setDeleting] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const [at, setAt] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  const { found, sentence, errorOf } = useFaults(draft, checked);
  const disabled = !may.file;
  const changed = !disabled && !leaving && (survey === null || differs(draft, saved));
  const missing = untranslated(clean(draft));

  const set = (change: Partial<Draft>) => setDraft((now) => ({ ...now, ...change }));
  // Until it was given one of its own, the short name of a new survey goes along with the name.
  const ownSlug = useRef(survey !== null);
  const rename = (name: string) =>
    set(ownSlug.current ? { name } : { name, slug: slugOf(name) || props.draft.slug });

  const save = async (run: boolean, as: 'save' | 'start') => {
    if (busy) return;
    setChecked(true);
    setFailure(null);
    if (found.length > 0) {
      // After the errors are drawn.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('.fault-summary')?.focus());
      return;
    }
    setBusy(as);
    const ready = clean(draft);
    const result = survey
      ? await saveSurvey(backend.db, survey, ready, run)
      : await addSurvey(backend.db, project.id, ready, run);
    setBusy(null);
    if (!result.ok) return setFailure(result.failure);
    setDraft((now) => (now === draft ? ready : now));
    setSaved(ready);
    setChecked(false);
    notices.show({ text: t(run === active ? 'notice_saved' : run ? 'notice_started' : 'notice_paused') });
    setActive(run);
    const id = result.value;
    if (id === null) return;
    setLeaving(true);
    queueMicrotask(() => navigate({ name: 'survey', id }, { replace: true }));
  };

  return (
    <div class="page survey-editor">
      <FormHead
        survey={survey}
        active={active}
        changed={changed}
        busy={busy}
        onSave={(run, as) => void save(run, as)}
        onDelete={() => setDeleting(true)}
      />
      {disabled && <p class="read-only">{t('read_only')}</p>}
      {failure && (
        <p class="form-failure" role="alert">
          {t('not_saved')}{' '}
          {failure === 'slug' || failure === 'answered'
            ? t(`${failure}_conflict`)
            : say(`failure_${failure}`)}
        </p>
      )}
      <div class="survey-columns">
        <form ref={form} class="survey-form" onSubmit={(event) => event.preventDefault()}>
          {checked && <FaultSummary found={found} sentence={sentence} form={form} />}
          <section class="survey-section" aria-labelledby="survey-about">
            <h2 id="survey-about">{t('section_about')}</h2>
            <div class="field-row">
              <TextField
                label={t('field_name')}
                hint={t('field_name_hint')}
                value={draft.name}
                error={errorOf('name')}
                readOnly={disabled}
                onValue={rename}
              />
              <TextField
                label={t('field_slug')}
                hint={t('field_slug_hint', { slug: draft.slug || slugOf(draft.name) })}
                autocomplete="off"
                spellcheck={false}
                value={draft.slug}
                error={errorOf('slug')}
                readOnly={disabled}
                onValue={(slug) => {
                  ownSlug.current = true;
                  set({ slug });
                }}
              />
            </div>
          </section>
          <section class="survey-section" aria-labelledby="survey-questions">
            <h2 id="survey-questions">{t('section_questions')}</h2>
            {errorOf('questions') && (
              <p class="hb-error" role="alert">
                {errorOf('questions')}
              </p>
            )}
            {missing > 0 && <p class="muted">{t('not_translated', { count: missing })}</p>}
            <QuestionList
              questions={draft.questions}
              disabled={disabled}
              errorOf={errorOf}
              onChange={(questions) => set({ questions: [...questions] })}
              onAt={setAt}
            />
            <LocalizedField
              label={t('thanks_text')}
              hint={t('thanks_hint')}
              value={draft.thanks}
              error={errorOf('thanks')}
              disabled={disabled}
              onValue={(thanks) => set({ thanks })}
            />
          </section>
          <section class="survey-section" aria-labelledby="survey-moment">
            <h2 id="survey-moment">{t('section_moment')}</h2>
            <Place draft={draft} disabled={disabled} errorOf={errorOf} onChange={set} />
          </section>
          <section class="survey-section" aria-labelledby="survey-people">
            <h2 id="survey-people">{t('section_people')}</h2>
            <Audience draft={draft} disabled={disabled} errorOf={errorOf} onChange={set} />
          </section>
        </form>
        <Preview draft={draft} at={at} />
      </div>
      <LeaveDialog unsaved={changed && busy === null} text={t('leave_text')} />
      {deleting && survey && (
        <DeleteDialog
          survey={{ id: survey.id, name: saved.name, projectId: survey.projectId }}
          onClose={() => setDeleting(false)}
          onDeleted={() => {
            setLeaving(true);
            queueMicrotask(() => navigate({ name: 'surveys' }));
          }}
        />
      )}
    </div>
  );
}
