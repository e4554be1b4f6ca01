import { useMemo, useRef, useState } from 'preact/hooks';
import { AnnotationEditor } from '../../shared/annotate/editor/editor.tsx';
import { type AnnotationDocument, emptyDocument } from '../../shared/annotate/model/document.ts';
import { startHistory } from '../../shared/annotate/model/history.ts';
import { parseAnnotation, serialise } from '../../shared/annotate/model/parse.ts';
import annotateEn from '../../shared/i18n/annotate/en.ts';
import annotateZh from '../../shared/i18n/annotate/zh-CN.ts';
import { dateTime } from '../../shared/i18n/time.ts';
import { Icon } from '../../shared/ui/icon.tsx';
import { external } from '../../shared/ui/icons.ts';
import type { Draft } from '../drafts/draft.ts';
import { useFrame } from '../views/app-frame.tsx';
import { Notice } from '../views/notice.tsx';
import type { KnownStatus } from '../views/use-status.ts';
import { Details } from './details.tsx';
import type { FilledForm } from './form.ts';
import { type SaveError, type Size, save } from './save.ts';
import { uncoveredText } from './uncovered.ts';
import { useKeptDraft } from './use-kept-draft.ts';

/** The picture under the annotation editor, and beside it what is to be said of it. */
export function Workbench(props: {
  draft: Draft;
  image: ImageBitmap;
  known: KnownStatus;
  onSaved: (smaller: Size | null) => void;
}) {
  const { draft, image, known, onSaved } = props;
  const { t, locale } = useFrame();
  const [history, setHistory] = useState(() => startHistory(openDrawing(draft, image)));
  const drawing = history.present;
  const [form, setForm] = useState(draft.form);
  const [error, setError] = useState<SaveError | null>(null);
  const [busy, setBusy] = useState(false);
  const saving = useRef(false);
  const time = dateTime(locale, Date.parse(draft.page.capturedAt));
  useKeptDraft(
    draft.id,
    useMemo(() => serialise(drawing), [drawing]),
    form,
  );

  const onSave = async (filled: FilledForm) => {
    const { connection, member } = known.status ?? {};
    if (saving.current || !connection || !member) return;
    saving.current = true;
    setBusy(true);
    setError(null);
    const saved = await save({ draft, image, drawing, form: filled, userId: member.userId });
    if (saved.ok) {
      onSaved(saved.smaller);
    } else {
      setError(saved.error);
      setBusy(false);
      saving.current = false;
    }
  };

  return (
    <div class="editor">
      <header class="editor-head">
        <img src="/icon/48.png" alt="" width="24" height="24" />
        <h1>{t('editorTitle')}</h1>
        <p class="editor-page">
          {draft.page.url ? (
            <a href={draft.page.url} target="_blank" rel="noopener noreferrer">
              {draft.page.url}
              <Icon path={external} size={14} />
              <span class="hb-sr">{t('openPage')}</span>
            </a>
          ) : (
            <span>{t('fromFile')}</span>
          )}
          <span>{t(draft.page.url ? 'capturedAt' : 'addedAt', { time })}</span>
        </p>
      </header>
      <main class="editor-main">
        <section class="editor-picture" aria-label={t('picture')}>
          {draft.uncovered && <Notice tone="warning">{uncoveredText(t, locale, draft.uncovered)}</Notice>}
          <div class="editor-stage" style={{ '--ratio': String(image.height / image.width) }}>
            <AnnotationEditor
              image={image}
              history={history}
              onHistory={setHistory}
              strings={locale === 'zh-CN' ? annotateZh : annotateEn}
              scale={draft.scale}
              {...(draft.toCrop && { tool: 'crop' })}
            />
          </div>
        </section>
        <section class="editor-details" aria-label={t('details')}>
          <Details
            form={form}
            onForm={setForm}
            page={draft.page}
            known={known}
            busy={busy}
            onSave={(filled) => void onSave(filled)}
          />
          {error && <Notice tone="danger">{t(`save.${error}`)}</Notice>}
        </section>
      </main>
    </div>
  );
}

/** What was drawn before, if it still fits the picture. */
function openDrawing(draft: Draft, image: ImageBitmap): AnnotationDocument {
  const parsed = parseAnnotation(draft.annotation);
  const fits = parsed.ok && parsed.document.width === image.width && parsed.document.height === image.height;
  return fits ? parsed.document : emptyDocument(image);
}
