import './pictures.css';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button, IconButton } from '../../shared/ui/button.tsx';
import { Modal } from '../../shared/ui/dialog.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { arrowLeft, arrowRight, close, external, minus, pencil, plus } from '../../shared/ui/icons.ts';
import { useText } from '../settings/text.ts';
import { shell } from '../settings/texts.ts';
import { actionOf } from '../shortcuts/registry.ts';
import { FullPicture } from './full-picture.tsx';
import { MarkedPicture } from './marked-picture.tsx';
import { MarksList } from './marks/marks-list.tsx';
import { useMarksShown } from './marks/marks-shown.ts';
import { pictures as texts } from './marks/texts.ts';
import type { Picture } from './thumbnail.tsx';
import type { Bucket } from './use-signed-url.ts';
import { fitScale, stepZoom, type Zoom } from './zoom.ts';

/**
 * Pictures at full size over the whole window, with their marks or without. The keys of the group `picture` act, the
 * arrow keys scroll or, where nothing is to scroll, lead to the next picture; Escape closes.
 */
export function PictureViewer(props: {
  bucket: Bucket;
  pictures: readonly Picture[];
  start: string;
  onClose: () => void;
}) {
  const { bucket, pictures, start, onClose } = props;
  const t = useText(shell);
  const say = useText(texts);
  const [place, setPlace] = useState(() =>
    Math.max(
      0,
      pictures.findIndex((one) => one.id === start),
    ),
  );
  const [zoom, setZoom] = useState<Zoom>('fit');
  const [stage, setStage] = useState({ width: 1, height: 1 });
  const [marksShown, setMarksShown] = useMarksShown();
  // Said once it was changed here, not when the picture is opened.
  const [said, setSaid] = useState('');
  const frame = useRef<HTMLDivElement>(null);
  const picture = pictures[place];

  useLayoutEffect(() => {
    const box = frame.current;
    if (!box) return;
    const watch = new ResizeObserver(() => setStage({ width: box.clientWidth, height: box.clientHeight }));
    watch.observe(box);
    return () => watch.disconnect();
  }, []);

  if (!picture) return null;
  const size = { width: picture.width ?? stage.width, height: picture.height ?? stage.height };
  const fit = fitScale(size, stage);
  const scale = zoom === 'fit' ? fit : zoom;
  const go = (step: 1 | -1) => {
    const next = place + step;
    if (next < 0 || next >= pictures.length) return;
    setPlace(next);
    setZoom('fit');
  };

  const withoutMarks = Boolean(picture.clean_path) && !marksShown;
  const toggleMarks = () => {
    if (!picture.clean_path) return;
    setMarksShown(!marksShown);
    setSaid(say(marksShown ? 'marks_hidden' : 'marks_shown'));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const fits = scale <= fit;
    const action = actionOf(event, false);
    if (action === 'marks') toggleMarks();
    else if (action === 'zoom_in') setZoom(stepZoom(scale, 1));
    else if (action === 'zoom_out') setZoom(stepZoom(scale, -1));
    else if (action === 'zoom_fit') setZoom('fit');
    else if (action === 'zoom_full') setZoom(1);
    else if (event.key === 'ArrowRight' && fits) go(1);
    else if (event.key === 'ArrowLeft' && fits) go(-1);
    else return;
    event.preventDefault();
  };

  return (
    <Modal
      class="viewer"
      aria-label={t('picture')}
      begin=".viewer-stage"
      onKeyDown={onKeyDown}
      onClose={onClose}
    >
      <div class="viewer-bar" role="toolbar" aria-label={t('picture_tools')}>
        {pictures.length > 1 && (
          <>
            <IconButton
              icon={arrowLeft}
              label={t('previous_picture')}
              disabled={place === 0}
              onClick={() => go(-1)}
            />
            <span class="viewer-place">
              {place + 1} / {pictures.length}
            </span>
            <IconButton
              icon={arrowRight}
              label={t('next_picture')}
              disabled={place === pictures.length - 1}
              onClick={() => go(1)}
            />
          </>
        )}
        <span class="viewer-space" />
        <IconButton icon={minus} label={t('zoom_out')} onClick={() => setZoom(stepZoom(scale, -1))} />
        <output class="viewer-scale">{Math.round(scale * 100)} %</output>
        <IconButton icon={plus} label={t('zoom_in')} onClick={() => setZoom(stepZoom(scale, 1))} />
        <Button variant="ghost" aria-pressed={zoom === 'fit'} onClick={() => setZoom('fit')}>
          {t('zoom_fit')}
        </Button>
        <Button variant="ghost" aria-pressed={zoom === 1} onClick={() => setZoom(1)}>
          100 %
        </Button>
        <span class="viewer-space" />
        {picture.clean_path && (
          <Button
            variant="ghost"
            icon={pencil}
            aria-pressed={marksShown}
            aria-keyshortcuts="m"
            title={t('shortcut_marks')}
            onClick={toggleMarks}
          >
            <span class="viewer-label">{say('marks')}</span>
          </Button>
        )}
        <FullPicture bucket={bucket} path={picture.path}>
          {(url) => (
            <a class="hb-button hb-ghost hb-square" href={url} target="_blank" rel="noopener noreferrer">
              <Icon path={external} />
              <span class="hb-sr">{t('open_original')}</span>
            </a>
          )}
        </FullPicture>
        <IconButton icon={close} label={t('close')} onClick={onClose} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls a picture larger than the window */}
      <div ref={frame} class="viewer-stage" tabIndex={0}>
        <MarkedPicture
          key={picture.id}
          bucket={bucket}
          picture={picture}
          withoutMarks={withoutMarks}
          size={{ width: size.width * scale, height: size.height * scale }}
          onDblClick={() => setZoom(zoom === 'fit' ? 1 : 'fit')}
        />
      </div>
      <MarksList annotation={picture.annotation} />
      <output class="hb-sr">{said}</output>
    </Modal>
  );
}
