import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { IconButton } from '../../shared/ui/button.tsx';
import * as icons from '../../shared/ui/icons-first.ts';
import { keepFocusIn } from '../frame/focus.ts';
import { room } from '../frame/room.tsx';
import { usePanel, type WayBack } from './panel.ts';
import { type Place, placeAbove, viewOf } from './place.ts';
import { useWords } from './words.ts';

const Foot = room(async () => (await import('./foot.tsx')).Foot, 'optional');

/** The panel's frame: title, the way back, the way out, the language. Holds the focus while it is shown. */
export function Dialog(props: {
  shown: boolean;
  /** Also while it is out of sight for a moment: then the focus comes back to where it was. */
  open: boolean;
  place: Place;
  /** Said to a screen reader when it changes. */
  spoken: string;
  /** Goes before the way up from `place`, and before closing by Escape. */
  back: WayBack | null;
  onLanguage(language: string): void;
  children: ComponentChildren;
}) {
  const { shown, open, place, back } = props;
  const { core, go } = usePanel();
  const { t } = useWords();
  const element = useRef<HTMLDivElement>(null);
  const above = placeAbove(place);

  const left = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (!shown) {
      left.current = open ? core.shadow.activeElement : null;
      return;
    }
    const target =
      (left.current?.isConnected && left.current) ||
      (!matchMedia('(pointer: coarse)').matches && element.current?.querySelector('textarea')) ||
      element.current?.querySelector('h2');
    if (target instanceof HTMLElement) target.focus();
    left.current = null;
  }, [shown, place]);

  const view = viewOf(place);

  return (
    <div
      ref={element}
      class="panel"
      role="dialog"
      aria-modal="true"
      aria-labelledby="title"
      // A click beside everything leaves the focus, and with it Escape, in here.
      tabIndex={-1}
      hidden={!shown}
      onKeyDown={(event) => {
        if (event.defaultPrevented || event.isComposing) return;
        if (event.key === 'Escape') (back?.go ?? core.close)();
        else keepFocusIn(event.currentTarget, event);
      }}
    >
      <div class="head">
        {above && (
          <IconButton
            icon={icons.arrowLeft}
            label={back?.label ?? t('back')}
            onClick={back?.go ?? (() => go(above))}
          />
        )}
        <h2 id="title" tabIndex={-1}>
          {t(view === 'home' ? 'title' : view)}
        </h2>
        <IconButton icon={icons.close} label={t('close')} onClick={core.close} />
      </div>
      <div class="body">{props.children}</div>
      <div class="foot">
        <Foot onLanguage={props.onLanguage} />
      </div>
      <p class="hb-sr" role="status">
        {props.spoken}
      </p>
    </div>
  );
}
