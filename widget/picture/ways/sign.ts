import type { Options } from '../../public.ts';
import css from './sign.css?inline';

/**
 * What the page shows of us while the widget itself is out of it: one line and a way to cancel. html2canvas leaves out
 * of its picture what bears its mark.
 */
export function createSign(
  words: { readonly text: string; readonly cancel: string },
  theme: Options['theme'],
  cancel: () => void,
): HTMLElement {
  const host = document.createElement('hearback-taking');
  host.setAttribute('data-html2canvas-ignore', '');
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  shadow.adoptedStyleSheets = [sheet];
  const sign = document.createElement('div');
  sign.className = 'sign';
  if (theme && theme !== 'auto') sign.dataset.theme = theme;
  const text = document.createElement('p');
  text.setAttribute('role', 'status');
  text.textContent = words.text;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words.cancel;
  button.addEventListener('click', cancel);
  sign.append(text, button);
  shadow.append(sign);
  for (const type of ['click', 'mousedown', 'mouseup', 'pointerdown', 'pointerup'])
    host.addEventListener(type, (event) => event.stopPropagation());
  return host;
}
