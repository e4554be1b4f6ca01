import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { canCaptureDisplay } from '../../../shared/capture/display.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Icon } from '../../../shared/ui/icon.tsx';
import * as icons from '../../../shared/ui/icons.ts';
import { Menu } from '../../../shared/ui/menu.tsx';
import overlays from '../../../shared/ui/overlays.css?inline';
import { usePanel } from '../../app/panel.ts';
import { useWords } from '../../app/words.ts';
import { addSheet } from '../../frame/sheet.ts';
import css from '../attachments.css?inline';
import type { Said, Way } from '../ways.ts';
import { usePictureWords } from '../words.ts';
import { chooseFiles } from './choose-files.ts';

interface Props {
  said: Said;
  take: (way: Way) => void;
}

/** Beside the button that takes the page: all the ways there are, and the way out of the one that is under way. */
export function More({ said, take, cancel }: Props & { cancel: () => void }) {
  const { core } = usePanel();
  const words = useWords();
  const { t } = usePictureWords();
  addSheet(core.shadow, overlays);
  addSheet(core.shadow, css);
  const items = [
    { label: t('page'), icon: icons.camera, run: () => take('page') },
    { label: t('area'), icon: areaIcon, run: () => take('area') },
    { label: t('element'), icon: elementIcon, run: () => take('element') },
    ...(canCaptureDisplay() ? [{ label: t('exact'), icon: tabIcon, run: () => take('exact') }] : []),
    { label: t('file'), icon: icons.upload, run: () => chooseFiles(core.shadow, take) },
  ];
  return (
    <>
      <Menu
        label={words.t('ways')}
        items={items}
        startOpen={said.menu}
        class="hb-button hb-secondary hb-square"
      >
        <Icon path={icons.chevronDown} />
      </Menu>
      {said.busy && (
        <Button
          variant="ghost"
          onClick={({ currentTarget }) => {
            // This one is about to go: back to the one that began it.
            currentTarget.closest('.ways')?.querySelector('button')?.focus();
            cancel();
          }}
        >
          {t('cancel')}
        </Button>
      )}
    </>
  );
}

const areaIcon =
  'M3.5 7V4.5a1 1 0 0 1 1-1H7M13 3.5h2.5a1 1 0 0 1 1 1V7M16.5 13v2.5a1 1 0 0 1-1 1H13M7 16.5H4.5a1 1 0 0 1-1-1V13';
const tabIcon = 'M3.5 4.5h13a1 1 0 0 1 1 1v7.5a1 1 0 0 1-1 1h-13a1 1 0 0 1-1-1V5.5a1 1 0 0 1 1-1M7 16.5h6';
const elementIcon =
  'M9 16H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v4M10.5 10.5l6.5 2.6-2.8 1.1-1.1 2.8z';

/** Below: other ways where the page cannot be drawn, what the visitor should know, and where to drop. */
export function Aftermath({ said, take }: Props) {
  const { core } = usePanel();
  const { t } = usePictureWords();
  const element = useRef<HTMLDivElement>(null);
  const dropping = useDrop(element, take);
  return (
    <div class="pictures" ref={element}>
      {said.stuck && (
        <div class="ways">
          <Button icon={icons.upload} onClick={() => chooseFiles(core.shadow, take)}>
            {t('file')}
          </Button>
          {canCaptureDisplay() && (
            <Button icon={tabIcon} onClick={() => take('exact')}>
              {t('exact')}
            </Button>
          )}
        </div>
      )}
      {said.note && <p class="quiet">{said.note}</p>}
      {dropping && (
        <div class="drop">
          <p>{t('drop')}</p>
        </div>
      )}
    </div>
  );
}

/** Takes files that are dropped anywhere on the panel around; true while they are held above it. */
function useDrop(inside: RefObject<HTMLElement | null>, take: (files: readonly File[]) => void): boolean {
  const [above, setAbove] = useState(false);
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const target = inside.current?.closest<HTMLElement>('.panel');
    if (!target) return;
    const end = new AbortController();
    const onDrag = (event: DragEvent) => {
      const { type, dataTransfer: data, relatedTarget } = event;
      if (!data?.types.includes('Files')) return;
      event.preventDefault();
      // Also told where the pointer goes from one part of the panel to the next.
      if (relatedTarget instanceof Node && target.contains(relatedTarget)) return;
      setAbove(type === 'dragover');
      if (type === 'drop') latest.current([...data.files]);
    };
    for (const type of ['dragover', 'dragleave', 'drop'] as const)
      target.addEventListener(type, onDrag, { signal: end.signal });
    return () => end.abort();
  }, []);
  return above;
}
