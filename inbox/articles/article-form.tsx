import { useRef, useState } from 'preact/hooks';
import { limits } from '../../shared/domain/limits.ts';
import type { ArticleStatus } from '../../shared/domain/nouns.ts';
import { localeNames, locales } from '../../shared/i18n/locale.ts';
import { dateTime, parseTime } from '../../shared/i18n/time.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Select, TextArea, TextField } from '../../shared/ui/field.tsx';
import { trash } from '../../shared/ui/icons.ts';
import { Badge } from '../../shared/ui/status.tsx';
import { useWorkplace } from '../app/workplace.ts';
import { asLocale } from '../data/locale.ts';
import type { Failure } from '../data/result.ts';
import { BackLink } from '../routing/back-link.tsx';
import { navigate } from '../routing/router.ts';
import { usePreferences } from '../settings/preferences.tsx';
import { useText } from '../settings/text.ts';
import { shell } from '../settings/texts.ts';
import { ConfirmDialog } from '../view/confirm-dialog.tsx';
import { LeaveDialog } from '../view/leave-dialog.tsx';
import { notices } from '../view/notices.ts';
import { differs, type Problem, problemsOf } from './form.ts';
import { Preview } from './preview/preview.tsx';
import { type Article, type ArticleText, addArticle, deleteArticle, saveArticle } from './queries.ts';
import { articles } from './texts.ts';

/** Title, language and Markdown of an article with its preview; saving, publishing, deleting. */
export function ArticleForm(props: {
  article: Article | null;
  text: ArticleText;
  fromMessage: string | null;
}) {
  const { article, fromMessage } = props;
  const { backend, project, may, me } = useWorkplace();
  const { locale } = usePreferences();
  const t = useText(articles);
  const say = useText(shell);
  const [text, setText] = useState(props.text);
  // A text made from an answer is not saved yet, though nobody typed it.
  const [saved, setSaved] = useState<ArticleText>(
    article ? props.text : { ...props.text, title: '', body: '' },
  );
  const [status, setStatus] = useState<ArticleStatus>(article?.status ?? 'draft');
  const [updated, setUpdated] = useState(article?.updated_at ?? null);
  const [busy, setBusy] = useState<ArticleStatus | 'delete' | null>(null);
  const [checked, setChecked] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [deleting, setDeleting] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const changed = may.answer && differs(text, saved);
  const problems = problemsOf(text);
  const errorOf = (problem: Problem | undefined, limit: number) =>
    checked && problem ? t(`problem_${problem}`, { limit }) : undefined;

  const save = async (next: ArticleStatus) => {
    if (busy) return;
    setChecked(true);
    if (problems.title || problems.body) {
      form.current?.querySelector<HTMLElement>(problems.title ? 'input' : 'textarea')?.focus();
      return;
    }
    setBusy(next);
    setFailure(null);
    if (!article) {
      const added = await addArticle(backend.db, project.id, text, next, fromMessage);
      if (added.ok) {
        notices.show({ text: t(next === 'published' ? 'published_notice' : 'saved_notice') });
        setSaved(text);
        navigate({ name: 'article', id: added.value }, { replace: true });
      } else setFailure(added.failure);
      setBusy(null);
      return;
    }
    const result = await saveArticle(backend.db, article.project_id, article.id, text, next);
    setBusy(null);
    if (!result.ok) return setFailure(result.failure);
    const notice =
      next === status ? 'saved_notice' : next === 'published' ? 'published_notice' : 'unpublished_notice';
    notices.show({ text: t(notice) });
    setSaved(text);
    setStatus(next);
    setUpdated(result.value);
  };
  const remove = async () => {
    if (!article) return;
    setBusy('delete');
    const result = await deleteArticle(backend.db, article.project_id, article.id);
    setBusy(null);
    setDeleting(false);
    if (!result.ok) return setFailure(result.failure);
    setSaved(text);
    notices.show({ text: t('deleted_notice') });
    // After this drawing, when nothing is unsaved any more.
    queueMicrotask(() => navigate({ name: 'articles' }));
  };

  return (
    <div class="page editor">
      <header class="page-head">
        <BackLink to={{ name: 'articles' }} label={t('back_to_list')} />
        <h1 tabIndex={-1}>{t(article ? 'edit' : 'new')}</h1>
        <Badge dot tone={status === 'published' ? 'success' : 'neutral'}>
          {t(`status_${status}`)}
        </Badge>
        <span class="editor-state" role="status">
          {changed ? t('unsaved') : updated && t('saved_at', { time: dateTime(locale, parseTime(updated)) })}
        </span>
        {may.answer && (
          <div class="editor-actions">
            {article && (
              <Button variant="ghost" icon={trash} onClick={() => setDeleting(true)}>
                {t('delete')}
              </Button>
            )}
            {status === 'published' ? (
              <>
                <Button busy={busy === 'draft'} onClick={() => void save('draft')}>
                  {t('unpublish')}
                </Button>
                <Button variant="primary" busy={busy === 'published'} onClick={() => void save('published')}>
                  {t('save')}
                </Button>
              </>
            ) : (
              <>
                <Button busy={busy === 'draft'} onClick={() => void save('draft')}>
                  {t('save_draft')}
                </Button>
                <Button variant="primary" busy={busy === 'published'} onClick={() => void save('published')}>
                  {t('publish')}
                </Button>
              </>
            )}
          </div>
        )}
      </header>
      {!may.answer && <p class="read-only">{t(me.role === 'pm' ? 'read_only_pm' : 'read_only_viewer')}</p>}
      {failure && (
        <p class="form-failure" role="alert">
          {t('not_saved')} {say(`failure_${failure}`)}
        </p>
      )}
      {article && (
        <dl class="outcomes">
          {(['shown', 'opened', 'helped'] as const).map((outcome) => (
            <div key={outcome}>
              <dt>{t(outcome)}</dt>
              <dd>{article.outcomes[outcome]}</dd>
            </div>
          ))}
        </dl>
      )}
      <div class="editor-columns">
        <form ref={form} class="editor-form" onSubmit={(event) => event.preventDefault()}>
          <div class="editor-line">
            <TextField
              label={t('field_title')}
              value={text.title}
              readOnly={!may.answer}
              error={errorOf(problems.title, limits.titleLength)}
              onValue={(title) => setText({ ...text, title })}
            />
            <Select
              label={t('field_language')}
              value={text.locale}
              disabled={!may.answer}
              options={locales.map((one) => ({ value: one, label: localeNames[one] }))}
              onValue={(value) => setText({ ...text, locale: asLocale(value) })}
            />
          </div>
          <TextArea
            label={t('field_body')}
            hint={t('body_hint')}
            rows={18}
            value={text.body}
            readOnly={!may.answer}
            error={errorOf(problems.body, limits.articleLength)}
            onValue={(body) => setText({ ...text, body })}
          />
        </form>
        <section class="editor-preview" aria-labelledby="preview-title">
          <h2 id="preview-title">{t('preview')}</h2>
          <Preview title={text.title} body={text.body} locale={text.locale} />
        </section>
      </div>
      <LeaveDialog unsaved={changed && busy === null} text={t('leave_text')} />
      {deleting && (
        <ConfirmDialog
          title={t('delete_title')}
          action={t('delete')}
          busy={busy === 'delete'}
          onConfirm={() => void remove()}
          onClose={() => setDeleting(false)}
        >
          <p>{t('delete_text', { title: saved.title })}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
