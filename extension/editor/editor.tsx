import { useEffect, useState } from 'preact/hooks';
import { EmptyState, Skeleton } from '../../shared/ui/status.tsx';
import type { Draft } from '../drafts/draft.ts';
import { getDraft } from '../drafts/store.ts';
import { useFrame } from '../views/app-frame.tsx';
import { useStatus } from '../views/use-status.ts';
import type { Size } from './save.ts';
import { Saved } from './saved.tsx';
import { Workbench } from './workbench.tsx';

type Loaded =
  | { kind: 'loading' }
  | { kind: 'open'; draft: Draft; image: ImageBitmap }
  /** Saved or discarded. After a reload the queue still knows what was saved. */
  | { kind: 'gone'; smaller: Size | null }
  | { kind: 'damaged' };

/** A page of its own for one capture: mark it up, say what it is, save. */
export function Editor({ draftId }: { draftId: string }) {
  const { t } = useFrame();
  const known = useStatus();
  const [loaded, setLoaded] = useState<Loaded>({ kind: 'loading' });

  useEffect(() => {
    void load(draftId).then(setLoaded);
  }, [draftId]);
  useEffect(() => {
    if (loaded.kind !== 'open') return;
    document.title = t('editorPage', { title: loaded.draft.page.title || t('untitled') });
  }, [loaded, t]);

  if (loaded.kind === 'open')
    return (
      <Workbench
        draft={loaded.draft}
        image={loaded.image}
        known={known}
        onSaved={(smaller) => {
          setLoaded({ kind: 'gone', smaller });
          void known.refresh();
        }}
      />
    );
  if (loaded.kind === 'gone') return <Saved captureId={draftId} known={known} smaller={loaded.smaller} />;
  return (
    <main class="editor-alone">
      <h1 class="hb-sr">{t('editorTitle')}</h1>
      {loaded.kind === 'loading' ? (
        <Skeleton label={t('loading')} />
      ) : (
        <EmptyState title={t('damagedTitle')}>{t('damaged')}</EmptyState>
      )}
    </main>
  );
}

async function load(draftId: string): Promise<Loaded> {
  const draft = await getDraft(draftId).catch(() => null);
  if (!draft) return { kind: 'gone', smaller: null };
  try {
    return { kind: 'open', draft, image: await createImageBitmap(draft.picture) };
  } catch {
    return { kind: 'damaged' };
  }
}
