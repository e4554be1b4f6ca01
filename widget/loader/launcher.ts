import en from '../../shared/i18n/widget/launcher/en.ts';
import zh from '../../shared/i18n/widget/launcher/zh-CN.ts';
import type { Options } from '../public.ts';
import { directionOf, languageOf } from './language.ts';
import css from './launcher.css?inline';
import { isOff } from './options.ts';

export interface Launcher {
  readonly host: HTMLElement;
  readonly shadow: ShadowRoot;
  readonly stage: HTMLElement;
  readonly button: HTMLButtonElement;
  /** The words, and language and direction of the stage, once the visitor has chosen a language or none. */
  label(chosen: string | null): void;
  /** `loading` while the panel is fetched, `failed` says so. */
  state(state: 'idle' | 'loading' | 'failed'): void;
}

/** The element with its shadow root and the button on it. Nothing is in the page until `host` is put there. */
export function createLauncher(options: Options): Launcher {
  const { theme, position, offset, zIndex, dir, strings } = options;
  const host = document.createElement('hearback-widget');
  for (const side of ['inline', 'block'] as const)
    if (offset?.[side] != null) host.style.setProperty(`--hb-offset-${side}`, `${offset[side]}px`);
  if (zIndex != null) host.style.setProperty('--hb-z-index', `${zIndex}`);
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  shadow.adoptedStyleSheets = [sheet];

  const stage = document.createElement('div');
  stage.className = 'stage';
  Object.assign(stage.dataset, { theme, position });
  const button = document.createElement('button');
  button.className = 'launcher';
  button.ariaHasPopup = 'dialog';
  button.hidden = isOff(options.launcher);
  const text = document.createElement('span');
  button.append(icon(), text);
  const failed = document.createElement('p');
  failed.role = 'status';
  stage.append(failed, button);
  shadow.append(stage);

  let failure: string;
  return {
    host,
    shadow,
    stage,
    button,
    label(chosen) {
      const language = languageOf(chosen, options, [...navigator.languages, document.documentElement.lang]);
      const words = /^zh/.test(language) ? zh : en;
      const own = strings?.[language];
      stage.lang = language;
      stage.dir = dir ?? directionOf(language);
      button.ariaLabel = text.textContent = own?.['launcher.label'] ?? words.label;
      failure = own?.['launcher.failed'] ?? words.failed;
    },
    state(state) {
      button.ariaBusy = `${state === 'loading'}`;
      failed.textContent = state === 'failed' ? failure : '';
    },
  };
}

/** Made by hand: the page may require trusted types, and a picture by URL would be one more request. */
function icon(): SVGElement {
  const name = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(name, 'svg');
  const path = document.createElementNS(name, 'path');
  path.setAttribute('d', 'M3 4.5h14v9.5H9l-4 3v-3H3zM7 8h6M7 10.75h3.5');
  svg.append(path);
  return svg;
}
