import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ThreadAttachment } from '../../../shared/domain/widget.ts';
import { IconButton } from '../../../shared/ui/button.tsx';
import { Icon } from '../../../shared/ui/icon.tsx';
import * as icons from '../../../shared/ui/icons.ts';
import { EmptyState } from '../../../shared/ui/status.tsx';
import { usePanel } from '../../app/panel.ts';
import { addSheet } from '../../frame/sheet.ts';
import { useConversationWords } from '../words.ts';
import { useDrag } from './drag.ts';
import css from './viewer.css?inline';
import { fitting, type Size, scrollFor, step, type Zoom } from './zoom.ts';

/**
 * One picture over the whole window: as a whole first, larger by buttons, keys, double click and wheel, moved by
 * pointer, arrows and fingers. A modal dialog: the focus stays in and goes back to the picture in the thread.
 */
export function Viewer(props: {
  picture: ThreadAttachment;
  /** Whose picture it is. */
  label: string;
  onClose: () => void;
}) {
  const { picture, label, onClose } = props;
  const { core } = usePanel();
  const { t, language } = useConversationWords();
  addSheet(core.shadow, css);
  const dialog = useRef<HTMLDialogElement>(null);
  const room = useRef<HTMLElement | null>(null);
  const [zoom, setZoom] = useState<Zoom>('fit');
  const [space, setSpace] = useState<Size>({ width: innerWidth, height: innerHeight });
  const [natural, setNatural] = useState<Size | null>(sizeOf(picture.width, picture.height));
  const [failed, setFailed] = useState(false);

  const fit = natural ? fitting(natural, space) : 1;
  const scale = zoom === 'fit' ? fit : zoom;
  const level = new Intl.NumberFormat(language, { style: 'percent' }).format(scale);
  const large = scale > fit;
  useDrag(room, large);

  useLayoutEffect(() => {
    const element = dialog.current;
    const around = room.current;
    if (!element || !around) return;
    const before = core.shadow.activeElement;
    element.showModal();
    around.focus();
    const sizes = new ResizeObserver(() =>
      setSpace({ width: around.clientWidth, height: around.clientHeight }),
    );
    sizes.observe(around);
    return () => {
      sizes.disconnect();
      element.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  /** Draws it at `next`, with the point below the pointer, else the middle, where it is. */
  const to = (next: Zoom, at?: { clientX: number; clientY: number }) => {
    const around = room.current;
    if (!around || failed) return;
    const box = around.getBoundingClientRect();
    const x = at ? at.clientX - box.left : box.width / 2;
    const y = at ? at.clientY - box.top : box.height / 2;
    const ratio = (next === 'fit' ? fit : next) / scale;
    const target = [scrollFor(around.scrollLeft, x, ratio), scrollFor(around.scrollTop, y, ratio)] as const;
    setZoom(next);
    requestAnimationFrame(() => around.scrollTo(...target));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // The panel below takes keys, too.
    event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = {
      Escape: onClose,
      '+': () => to(step(scale, fit, 'in')),
      '=': () => to(step(scale, fit, 'in')),
      '-': () => to(step(scale, fit, 'out')),
      '0': () => to('fit'),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <dialog
      ref={dialog}
      class="viewer"
      aria-labelledby="viewer-title"
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div class="viewer-frame">
        <div class="head">
          <h2 id="viewer-title">{picture.name ?? label}</h2>
          <IconButton
            icon={icons.minus}
            label={t('smaller')}
            aria-disabled={!large}
            onClick={() => to(step(scale, fit, 'out'))}
          />
          <span class="level" role="status">
            {level}
          </span>
          <IconButton
            icon={icons.plus}
            label={t('larger')}
            aria-disabled={step(scale, fit, 'in') === scale}
            onClick={() => to(step(scale, fit, 'in'))}
          />
          <a
            class="hb-button hb-ghost hb-square"
            href={picture.url}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={t('newTab')}
            title={t('newTab')}
          >
            <Icon path={icons.external} />
          </a>
          <IconButton icon={icons.close} label={t('closePicture')} onClick={onClose} />
        </div>
        <section
          ref={room}
          class={large ? 'viewer-room large' : 'viewer-room'}
          // A picture has no direction: it is scrolled from the left everywhere.
          dir="ltr"
          aria-label={label}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, by the arrow keys, too
          tabIndex={0}
          onDblClick={(event) => to(large ? 'fit' : step(scale, fit, 'in'), event)}
          onWheel={(event) => {
            if (!event.ctrlKey) return;
            event.preventDefault();
            to(step(scale, fit, event.deltaY < 0 ? 'in' : 'out'), event);
          }}
        >
          {failed ? (
            <EmptyState icon={icons.image} title={t('pictureFailed')}>
              {t('pictureFailedText')}
            </EmptyState>
          ) : (
            <img
              src={picture.url}
              {...(natural
                ? { width: Math.floor(natural.width * scale), height: Math.floor(natural.height * scale) }
                : {})}
              alt={label}
              draggable={false}
              onLoad={({ currentTarget }) =>
                setNatural({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })
              }
              onError={() => setFailed(true)}
            />
          )}
        </section>
      </div>
    </dialog>
  );
}

const sizeOf = (width: number | null, height: number | null): Size | null =>
  width && height ? { width, height } : null;
