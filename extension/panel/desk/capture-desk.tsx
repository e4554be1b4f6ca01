import { useEffect } from 'preact/hooks';
import { Button } from '../../../shared/ui/button.tsx';
import { camera } from '../../../shared/ui/icons.ts';
import { Spinner } from '../../../shared/ui/status.tsx';
import type { PageState } from '../../capture/page.ts';
import type { Target } from '../../capture/take.ts';
import { useFrame } from '../../views/app-frame.tsx';
import { Notice } from '../../views/notice.tsx';
import { FileDesk } from './file-desk.tsx';
import { area, crop, element } from './icons.ts';
import { type Job, type Step, useCapturing } from './use-capturing.ts';
import { usePageInFront } from './use-page-in-front.ts';
import { useWish } from './use-wish.ts';

/** Where pictures are taken: of the page in front, or from a file. */
export function CaptureDesk({ onTaken }: { onTaken: () => Promise<void> }) {
  const { t } = useFrame();
  const page = usePageInFront();
  const { step, said, press, problem, forget, cancel, takePage, takeFiles } = useCapturing(onTaken);
  const address = page?.kind === 'ready' ? page.url : page?.kind;
  // What went wrong with one page says nothing of the next.
  useEffect(forget, [address]);
  useWish(page, takePage);

  useEffect(() => {
    if (!step) return;
    const onKey = (event: KeyboardEvent) => {
      const { key, altKey, shiftKey, target } = event;
      if (event.defaultPrevented) return;
      if (key === 'Escape') cancel();
      // The panel has the keyboard still, for browsers do not hand it to the page.
      else if (
        step.doing === 'choosing' &&
        (key.startsWith('Arrow') || (key === 'Enter' && !isOther(target)))
      )
        press({ key, altKey, shiftKey });
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [step]);

  if (!page) return null;
  return (
    <>
      <section class="panel-section" aria-label={t('pageInFront')}>
        {page.kind === 'ready' ? (
          <PageDesk page={page} step={step} onTake={(job) => void takePage(page, job)} />
        ) : (
          <WhyNot page={page} />
        )}
        <Progress step={step} said={said} onCancel={cancel} />
        {problem && <Notice tone="danger">{t(`take.${problem}`)}</Notice>}
      </section>
      <FileDesk busy={step?.job === 'file'} onFiles={(files, how) => void takeFiles(files, how)} />
    </>
  );
}

/** Whether a key was meant for another button than the one that began what goes on. */
const isOther = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest('button, a, input, dialog') !== null &&
  !target.closest('[aria-busy="true"]');

/** Why the page in front cannot be captured. */
function WhyNot({ page }: { page: Exclude<PageState, Target> }) {
  const { t } = useFrame();
  if (page.kind === 'not-granted') return <Notice title={t('notGrantedTitle')}>{t('notGranted')}</Notice>;
  if (page.kind === 'own-page') return <Notice>{t('ownPage')}</Notice>;
  return <Notice title={t('notAWebPageTitle')}>{t('notAWebPage')}</Notice>;
}

/** A page with what can be taken of it. */
function PageDesk(props: { page: Target; step: Step | null; onTake: (job: Exclude<Job, 'file'>) => void }) {
  const { page, step, onTake } = props;
  const { t, preferences } = useFrame();
  const { coverFields, coverText } = preferences;
  const button = (job: Exclude<Job, 'file'>, icon: string, label: string) => (
    <Button icon={icon} busy={step?.job === job} onClick={() => onTake(job)}>
      {label}
    </Button>
  );
  return (
    <>
      <div class="panel-page">
        <p class="panel-page-title">{page.title || page.url}</p>
        <p class="panel-page-address">{new URL(page.url).host}</p>
      </div>
      <Button
        variant="primary"
        icon={camera}
        busy={step?.job === 'visible'}
        onClick={() => onTake('visible')}
      >
        {t('capture')}
      </Button>
      {page.closed ? (
        <>
          {button('crop', crop, t('captureToCrop'))}
          <Notice>{t('closedPage')}</Notice>
        </>
      ) : (
        <div class="panel-parts">
          {button('area', area, t('captureArea'))}
          {button('element', element, t('captureElement'))}
        </div>
      )}
      {!step && !page.closed && (
        <p class="hb-hint">
          {t(coverText ? 'coveredText' : coverFields ? 'coveredFields' : 'coveredAlways')}
        </p>
      )}
    </>
  );
}

/** What goes on, read out as it changes, and the way out of it. */
function Progress({ step, said, onCancel }: { step: Step | null; said: string; onCancel: () => void }) {
  const { t } = useFrame();
  const words =
    step &&
    t(step.doing === 'choosing' ? `choosing.${step.job === 'area' ? 'area' : 'element'}` : 'capturing');
  return (
    <div class="panel-step">
      <p role="status">
        {step?.doing === 'taking' && <Spinner />}
        {words}
      </p>
      <p class="hb-sr" role="status">
        {step && said}
      </p>
      {step && <Button onClick={onCancel}>{t('cancel')}</Button>}
    </div>
  );
}
