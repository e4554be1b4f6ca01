import { useEffect, useState } from 'preact/hooks';
import { relativeTime } from '../../../shared/i18n/time.ts';
import { IconButton } from '../../../shared/ui/button.tsx';
import { trash } from '../../../shared/ui/icons.ts';
import type { Draft } from '../../drafts/draft.ts';
import { discardDraft } from '../../drafts/store.ts';
import { tell } from '../../messages/changes.ts';
import { useFrame } from '../../views/app-frame.tsx';
import { openEditor } from '../../views/open-editor.ts';
import { DiscardDialog } from './discard-dialog.tsx';

/** Captures that were taken and not saved yet. */
export function DraftList({ drafts, reload }: { drafts: Draft[]; reload: () => Promise<void> }) {
  const { t, locale } = useFrame();
  const [leaving, setLeaving] = useState<Draft | null>(null);
  const discard = async (draft: Draft) => {
    await discardDraft(draft.id);
    tell('drafts');
    setLeaving(null);
    await reload();
  };
  return (
    <>
      {drafts.length > 0 && (
        <section class="panel-section" aria-labelledby="drafts">
          <h2 id="drafts">{t('draftsTitle')}</h2>
          <ul class="panel-list">
            {drafts.map((draft) => (
              <li key={draft.id} class="panel-row">
                <button type="button" class="panel-row-main" onClick={() => void openEditor(draft.id)}>
                  <span class="hb-sr">{t('draftOpen')} </span>
                  <Thumbnail picture={draft.picture} />
                  <span class="panel-row-text">
                    <span class="panel-row-title">{draft.form.title || t('untitled')}</span>
                    <span class="panel-row-more">{relativeTime(locale, draft.createdAt, Date.now())}</span>
                  </span>
                </button>
                <IconButton
                  icon={trash}
                  label={t('draftDiscard', { title: draft.form.title || t('untitled') })}
                  onClick={() => setLeaving(draft)}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      {leaving && (
        <DiscardDialog
          title={leaving.form.title || t('untitled')}
          onClose={() => setLeaving(null)}
          onDiscard={() => void discard(leaving)}
        />
      )}
    </>
  );
}

function Thumbnail({ picture }: { picture: Blob }) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(picture);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [picture]);
  return <img class="panel-thumbnail" src={url} alt="" />;
}
