import { useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { newId } from '../../shared/outbox/surroundings.ts';
import { Button } from '../../shared/ui/button.tsx';
import { camera } from '../../shared/ui/icons.ts';
import { type TakeError, takePicture } from '../capture/take.ts';
import { newDraft } from '../drafts/draft.ts';
import { addDraft } from '../drafts/store.ts';
import { tell } from '../messages/changes.ts';
import { useFrame } from '../views/app-frame.tsx';
import { Notice } from '../views/notice.tsx';
import { usePageInFront } from './use-page-in-front.ts';

/** The page beside the panel, with the button that captures it, or why it cannot be captured. */
export function PageInFront({ onTaken }: { onTaken: () => Promise<void> }) {
  const { t } = useFrame();
  const page = usePageInFront();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<TakeError | 'not-kept' | null>(null);
  // State is only seen at the next rendering: a second press in between must not take a second picture.
  const taking = useRef(false);

  if (!page) return null;
  if (page.kind === 'not-granted') return <Notice title={t('notGrantedTitle')}>{t('notGranted')}</Notice>;
  if (page.kind === 'own-page') return <Notice>{t('ownPage')}</Notice>;
  if (page.kind === 'not-a-web-page')
    return <Notice title={t('notAWebPageTitle')}>{t('notAWebPage')}</Notice>;

  const capture = async () => {
    if (taking.current) return;
    taking.current = true;
    setBusy(true);
    setError(null);
    setError(await take(page));
    await onTaken();
    setBusy(false);
    taking.current = false;
  };

  return (
    <section class="panel-section" aria-label={t('pageInFront')}>
      <div class="panel-page">
        <p class="panel-page-title">{page.title || page.url}</p>
        <p class="panel-page-address">{new URL(page.url).host}</p>
      </div>
      <Button variant="primary" icon={camera} busy={busy} onClick={capture}>
        {busy ? t('capturing') : t('capture')}
      </Button>
      <p class="hb-hint">{t('captureHint')}</p>
      {error && <Notice tone="danger">{t(`take.${error}`)}</Notice>}
    </section>
  );
}

type Target = Parameters<typeof takePicture>[0];

/** Takes the picture, keeps it as a draft and opens the editor beside the page. */
async function take(page: Target): Promise<TakeError | 'not-kept' | null> {
  const taken = await takePicture(page).catch(() => ({ ok: false, error: 'failed' }) as const);
  if (!taken.ok) return taken.error;
  const draft = newDraft({ ...taken, id: newId(), now: Date.now(), page });
  try {
    await addDraft(draft);
  } catch {
    return 'not-kept';
  }
  tell('drafts');
  await openEditor(draft.id);
  return null;
}

/** Shows the tab in which a draft is open, or opens one. */
export async function openEditor(draftId: string): Promise<void> {
  const url = `${browser.runtime.getURL('/editor.html')}#${draftId}`;
  // Tabs of the extension's own pages may be asked for without any permission.
  const open = (await browser.tabs.query({})).find((tab) => tab.url === url);
  if (open?.id === undefined) await browser.tabs.create({ url });
  else await browser.tabs.update(open.id, { active: true });
}
