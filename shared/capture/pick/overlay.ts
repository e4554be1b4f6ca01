import { pageView } from '../page.ts';
import type { Rect } from '../types.ts';
import { CORNERS, labelPlace, type Point, type Size } from './geometry.ts';
import type { PickOptions } from './options.ts';
import css from './pick.css?inline';
import { shieldPage } from './shield.ts';

/** What a picker makes of the visitor's doings. Places are CSS pixels of the viewport. */
export interface Picker {
  /** Class of the overlay. */
  readonly name: 'area' | 'element';
  readonly title: string;
  readonly hint: string;
  readonly keysHint: string;
  pointer(kind: 'down' | 'move' | 'up' | 'cancel', at: Point, event: PointerEvent): void;
  /** A whole click of a mouse on the overlay, not on its bar. */
  click?(at: Point): void;
  /** Whether the key meant something. */
  key(event: KeyboardEvent): boolean;
  /** The page was scrolled or the window has another size. */
  moved(): void;
  /** The button "Take" was pressed, or Enter. */
  take(): void;
}

export interface Overlay {
  readonly window: Window;
  readonly host: HTMLElement;
  /** The window without its scrollbars, as captures have it. */
  size(): Size;
  /** Draws the frame with its label; nothing for null. */
  show(frame: Rect | null, label?: string): void;
  /** Whether the frame can be changed and taken by its button: after a touch and with the keyboard. */
  standing(stands: boolean): void;
  /** While something is drawn the bar is out of the way. */
  drawing(draws: boolean): void;
  say(text: string): void;
  /** Takes the overlay off the page and answers. */
  done(result: Rect | null): void;
}

/**
 * Covers the page, hands everything that happens on the cover to a picker, and takes the cover off again. The focus
 * goes in and comes back. Resolves with what the picker gave to `done`; never rejects.
 */
export function withOverlay(options: PickOptions, make: (overlay: Overlay) => Picker): Promise<Rect | null> {
  const doc = options.document ?? document;
  const view = doc.defaultView;
  const { strings, signal } = options;
  if (!view || signal?.aborted) return Promise.resolve(null);
  return new Promise((resolve) => {
    const before = focusedIn(doc);
    const host = doc.createElement('hearback-pick');
    const parts = build(host, doc, options);
    const { layer, stage, frame, label, bar, said, take, cancel } = parts;
    const listening = new AbortController();
    let ended = false;

    const overlay: Overlay = {
      window: view,
      host,
      size: () => pageView(doc).viewport,
      show(rect, text = '') {
        frame.classList.toggle('none', !rect);
        label.textContent = rect ? text : '';
        const { x, y, width, height } = rect ?? { x: 0, y: 0, width: 0, height: 0 };
        Object.assign(frame.style, px({ left: x, top: y, width, height }));
        if (!rect) return;
        const size = { width: label.offsetWidth, height: label.offsetHeight };
        const at = labelPlace(rect, size, overlay.size());
        label.style.translate = `${at.x}px ${at.y}px`;
      },
      standing(stands) {
        layer.classList.toggle('standing', stands);
        take.hidden = !stands;
        // Beside what stands. Not before: a bar that runs away from a mouse can never be pressed.
        const { top, bottom } = frame.getBoundingClientRect();
        bar.classList.toggle('top', stands && top + bottom > overlay.size().height);
      },
      drawing: (draws) => layer.classList.toggle('drawing', draws),
      say(text) {
        said.textContent = text;
        options.onSay?.(text);
      },
      done(result) {
        if (ended) return;
        ended = true;
        listening.abort();
        lower(layer);
        if (before?.isConnected) before.focus({ preventScroll: true });
        host.remove();
        unshield();
        resolve(result);
      },
    };
    const picker = make(overlay);
    layer.classList.add(picker.name);
    layer.setAttribute('aria-label', picker.title);
    stage.setAttribute('aria-label', picker.title);
    parts.hint.textContent = picker.hint;
    parts.keys.textContent = picker.keysHint;
    cancel.textContent = strings.cancel;
    take.textContent = strings.take;

    const onKey = (event: KeyboardEvent) => {
      if (event.type !== 'keydown' || event.isComposing) return;
      const onButton = event.composedPath()[0] instanceof view.HTMLButtonElement;
      if (event.key === 'Escape') overlay.done(null);
      else if (event.key === 'Tab') next(parts, event.shiftKey);
      else if (event.key === 'Enter' && onButton) return;
      else if (event.key === 'Enter') picker.take();
      else if (event.ctrlKey || event.metaKey || !picker.key(event)) return;
      event.preventDefault();
    };
    const onPointer = (event: PointerEvent) => {
      const kind = PHASES[event.type];
      if (!kind) return;
      if (kind === 'down') {
        if (!event.isPrimary || event.button !== 0) return;
        stage.setPointerCapture(event.pointerId);
        stage.focus({ preventScroll: true });
      }
      picker.pointer(kind, { x: event.clientX, y: event.clientY }, event);
    };
    const unshield = shieldPage(view, host, (event) => {
      if (ended) return;
      if (event instanceof view.KeyboardEvent) return onKey(event);
      const path = event.composedPath();
      const { type } = event;
      const onButton = path.includes(cancel) || path.includes(take);
      // No selection, no menu, and no focus for anything but the buttons.
      if (
        /^(pointerdown|mousedown|touch|drag|select|contextmenu)/.test(type) &&
        !onButton &&
        event.cancelable
      )
        event.preventDefault();
      if (type === 'click' && path.includes(cancel)) overlay.done(null);
      else if (type === 'click' && path.includes(take)) picker.take();
      else if (path.includes(bar)) return;
      else if (type === 'click' && event instanceof view.MouseEvent)
        picker.click?.({ x: event.clientX, y: event.clientY });
      else if (event instanceof view.PointerEvent) onPointer(event);
    });

    options.parent.append(host);
    raise(layer, stage);
    for (const type of ['scroll', 'resize'])
      view.addEventListener(type, () => picker.moved(), { capture: true, signal: listening.signal });
    signal?.addEventListener('abort', () => overlay.done(null), { signal: listening.signal });
    // A phone's way back closes a modal dialog.
    layer.addEventListener('close', () => overlay.done(null), { signal: listening.signal });
    overlay.show(null);
  });
}

const PHASES: Record<string, 'down' | 'move' | 'up' | 'cancel'> = {
  pointerdown: 'down',
  pointermove: 'move',
  pointerup: 'up',
  pointercancel: 'cancel',
};

/**
 * Into the top layer, above the page's own dialogs and popovers. A popover closes nothing of the page; but where a
 * modal dialog of the page makes the rest inert, only another modal dialog can be used.
 */
function raise(layer: HTMLDialogElement, stage: HTMLElement): void {
  if (typeof layer.showPopover === 'function') layer.showPopover();
  stage.focus({ preventScroll: true });
  const root = layer.getRootNode();
  if (root instanceof ShadowRoot && root.activeElement === stage) return;
  lower(layer);
  layer.showModal();
  stage.focus({ preventScroll: true });
}

function lower(layer: HTMLDialogElement): void {
  if (typeof layer.showPopover === 'function' && layer.matches(':popover-open')) layer.hidePopover();
  if (layer.open) layer.close();
}

function next({ stage, cancel, take }: Parts, back: boolean): void {
  const stops = [stage, cancel, ...(take.hidden ? [] : [take])];
  const root = stage.getRootNode();
  const at = stops.findIndex((stop) => root instanceof ShadowRoot && root.activeElement === stop);
  stops.at((at + (back ? -1 : 1)) % stops.length)?.focus();
}

type Parts = ReturnType<typeof build>;

function build(host: HTMLElement, doc: Document, { dir = 'ltr', theme }: PickOptions) {
  const shadow = host.attachShadow({ mode: 'open' });
  const view = doc.defaultView ?? window;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(css);
  shadow.adoptedStyleSheets = [sheet];
  const add = <Name extends keyof HTMLElementTagNameMap>(
    to: Node,
    name: Name,
    className: string,
    attributes: Record<string, string> = {},
  ) => {
    const element = doc.createElement(name);
    element.className = className;
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    to.appendChild(element);
    return element;
  };
  const layer = add(shadow, 'dialog', 'layer', {
    popover: 'manual',
    'aria-modal': 'true',
    dir,
    ...(theme ? { 'data-theme': theme } : {}),
  });
  const stage = add(layer, 'div', 'stage', {
    tabindex: '0',
    role: 'application',
    'aria-describedby': 'hint keys',
  });
  const frame = add(stage, 'div', 'frame none');
  for (const corner of CORNERS) add(frame, 'div', `grip ${corner}`);
  const label = add(stage, 'div', 'label', { dir: 'ltr' });
  const bar = add(layer, 'div', 'bar');
  const words = add(bar, 'div', 'words');
  const hint = add(words, 'p', 'hint', { id: 'hint' });
  const keys = add(words, 'p', 'keys', { id: 'keys' });
  const buttons = add(bar, 'div', 'buttons');
  const cancel = add(buttons, 'button', 'cancel', { type: 'button' });
  const take = add(buttons, 'button', 'take', { type: 'button', hidden: '' });
  const said = add(layer, 'p', 'said', { role: 'status' });
  return { layer, stage, frame, label, bar, hint, keys, cancel, take, said };
}

/** What has the focus, in whatever shadow root. */
function focusedIn(doc: Document): HTMLElement | null {
  let element = doc.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element instanceof HTMLElement && element !== doc.body ? element : null;
}

const px = (sizes: Record<string, number>) =>
  Object.fromEntries(Object.entries(sizes).map(([name, value]) => [name, `${value}px`]));
