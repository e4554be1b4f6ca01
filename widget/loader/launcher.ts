import type { Locale } from '../../shared/domain/nouns.ts';
import en from '../../shared/i18n/widget/launcher/en.ts';
import zh from '../../shared/i18n/widget/launcher/zh-CN.ts';
import type { Options } from '../public.ts';
import css from './launcher.css?inline';

export interface Launcher {
  readonly host: HTMLElement;
  readonly shadow: ShadowRoot;
  readonly stage: HTMLElement;
  /** The words anew, for a language or a count of unread answers. */
  label(locale: Locale, unread: number): void;
  /** `loading` while the panel is fetched, `open` while it stands (the launcher is then hidden), `failed` says so. */
  state(state: 'idle' | 'loading' | 'open' | 'failed'): void;
  focus(): void;
}

/** The element with its shadow root and the button on it. Nothing is in the page until `host` is put there. */
export function createLauncher(theme: Options['theme'], on: { intent(): void; press(): void }): Launcher {
  const host = document.createElement('hearback-widget');
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  shadow.adoptedStyleSheets = [sheet];

  const stage = document.createElement('div');
  stage.className = 'stage';
  if (theme && theme !== 'auto') stage.dataset.theme = theme;
  const button = document.createElement('button');
  button.className = 'launcher';
  button.setAttribute('aria-haspopup', 'dialog');
  const label = document.createElement('span');
  label.className = 'label';
  const badge = document.createElement('span');
  badge.className = 'badge';
  button.append(icon(), label, badge);
  const failed = document.createElement('p');
  failed.className = 'failed';
  failed.setAttribute('role', 'status');
  stage.append(button, failed);
  shadow.append(stage);

  button.addEventListener('pointerenter', on.intent);
  button.addEventListener('focus', on.intent);
  button.addEventListener('click', on.press);
  // What is typed in the widget is none of the page's keyboard shortcuts.
  for (const type of ['keydown', 'keypress', 'keyup'])
    stage.addEventListener(type, (event) => event.stopPropagation());

  let failure = '';
  return {
    host,
    shadow,
    stage,
    label(locale, unread) {
      const words = locale === 'en' ? en : zh;
      stage.lang = locale;
      label.textContent = words.label;
      badge.hidden = unread < 1;
      // Drawn by the sheet: as text it would be part of the label, which the button's name has to contain as it is.
      badge.dataset.count = unread > 99 ? '99+' : `${unread}`;
      button.ariaLabel =
        unread < 1 ? words.label : `${words.label}, ${words.unread.replace('{count}', `${unread}`)}`;
      failure = words.failed;
    },
    state(state) {
      button.hidden = state === 'open';
      button.ariaBusy = `${state === 'loading'}`;
      failed.textContent = state === 'failed' ? failure : '';
    },
    focus: () => button.focus(),
  };
}

/** Made by hand: the page may require trusted types, and a picture by URL would be one more request. */
function icon(): SVGElement {
  const name = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(name, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  const path = document.createElementNS(name, 'path');
  path.setAttribute('d', 'M3 4.5h14v9.5H9l-4 3v-3H3zM7 8h6M7 10.75h3.5');
  svg.append(path);
  return svg;
}
