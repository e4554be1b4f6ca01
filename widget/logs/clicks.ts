import { privacyTest } from '../../shared/capture/masks/select.ts';
import type { Options } from '../public.ts';
import { nameOf } from './name-of.ts';

/** What somebody clicks on purpose. */
const controls = 'a[href],button,summary,select,textarea,input,[contenteditable],[role],[tabindex],[onclick]';

/** What is chosen there is an answer, as what is typed: that it was clicked is told, its name is not. */
const answers =
  'select,option,textarea,[contenteditable],[role="option"],[role="radio"],[role="textbox"],[role="combobox"],[role="searchbox"]';

/**
 * Tells of every click of a person in words: what kind of control, and its name. Nothing of what is private in
 * screenshots is told, and with all text covered there, no name.
 */
export function watchClicks(
  tell: (text: string) => void,
  options: Pick<Options, 'mask' | 'maskAll'>,
  host: Element,
  signal: AbortSignal,
): void {
  const { mask, maskAll } = options;
  // From a script tag comes any word: what cannot be read covers more.
  const covered = maskAll !== undefined && maskAll !== 'inputs';
  const isPrivate = privacyTest(mask ? [mask] : [], maskAll !== undefined);
  const look = (event: MouseEvent) => {
    try {
      const path = event.composedPath().filter((node) => node instanceof Element);
      if (!event.isTrusted || path.includes(host) || path.some(isPrivate)) return;
      const control = path.find((element) => element.matches(controls));
      if (control) tell(wordsFor(control, isPrivate, covered));
    } catch {
      // The page goes before: a click that cannot be told is not.
    }
  };
  // Before the page's own listeners, which may take what was clicked away.
  addEventListener('click', look, { signal, capture: true, passive: true });
}

function wordsFor(control: Element, isPrivate: (element: Element) => boolean, nameless: boolean): string {
  const kind = kindOf(control);
  const name = nameless || control.matches(answers) || kind === 'radio' ? '' : nameOf(control, isPrivate);
  return name ? `${kind} “${name}”` : kind;
}

/** A role's or an element's word. */
function kindOf(control: Element): string {
  const role = control.getAttribute('role')?.trim().split(/\s+/)[0];
  if (role) return role;
  if (control.localName === 'a') return 'link';
  if (control.localName !== 'input') return control.localName;
  const type = control.getAttribute('type')?.toLowerCase() ?? 'text';
  return /^(?:button|submit|reset|image)$/.test(type)
    ? 'button'
    : /^(?:checkbox|radio)$/.test(type)
      ? type
      : 'field';
}
