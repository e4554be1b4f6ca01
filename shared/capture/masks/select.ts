/**
 * What is private on any page, whatever the host says. A field whose name speaks of a password may be one that shows
 * it in clear for the moment.
 */
const ALWAYS_PRIVATE = [
  'input[type="password" i]',
  'input:is([name*="passw" i], [id*="passw" i], [name*="pwd" i], [id*="pwd" i]):not([type="checkbox" i], [type="radio" i], [type="button" i], [type="submit" i])',
  '[data-private]',
];

/** What people type and choose; buttons show the page's own words. */
const FIELDS = [
  'input:not([type="button" i], [type="submit" i], [type="reset" i], [type="image" i], [type="hidden" i])',
  'textarea',
  'select',
  '[contenteditable]:not([contenteditable="false" i])',
  '[role="textbox"]',
  '[role="searchbox"]',
  '[role="combobox"]',
  '[role="spinbutton"]',
];

const PRIVATE_AUTOCOMPLETE = /(?:^|\s)(?:cc-[a-z-]+|one-time-code|current-password|new-password)(?:\s|$)/i;

/** Whether no picture may show an element. */
export interface PrivacyTest {
  (element: Element): boolean;
  /** Matches at least all that is private; lets a large page be searched quickly. */
  readonly candidates: string;
}

/**
 * A test for elements that no picture may show: passwords, `[data-private]`, payment card and one-time-code
 * fields, and the host's own selectors. A selector the browser cannot parse is left out, with a warning,
 * so that one typing error does not take the others down.
 * @param fields whether everything people can type into or choose from is private, too
 */
export function privacyTest(hostSelectors: readonly string[] = [], fields = false): PrivacyTest {
  const valid = hostSelectors.filter((selector) => {
    if (standsAlone(selector)) return true;
    console.warn(`Hearback: "${selector}" is not a CSS selector; nothing is masked by it.`);
    return false;
  });
  const selector = [...ALWAYS_PRIVATE, ...(fields ? FIELDS : []), ...valid].join(',');
  const test = (element: Element) =>
    element.matches(selector) ||
    PRIVATE_AUTOCOMPLETE.test(element.getAttribute('autocomplete') ?? '') ||
    (/^(?:input|textarea)$/.test(element.localName) && showsDots(element)) ||
    (fields && element.localName === 'body' && element.ownerDocument.designMode === 'on');
  return Object.assign(test, { candidates: `${selector},[autocomplete],input,textarea,body` });
}

/**
 * Whether a selector is one, and still is with others behind it: browsers take one that is left open, as `[a="b` is,
 * and would then take those behind it for a part of it.
 */
function standsAlone(selector: string): boolean {
  try {
    return document.createElement('hb-probe').matches(`${selector},hb-probe`);
  } catch {
    return false;
  }
}

/** Whether a page shows dots in place of what is in a field, without its being a password field. */
export function showsDots(element: Element): boolean {
  const security = getComputedStyle(element).getPropertyValue('-webkit-text-security');
  return security !== '' && security !== 'none';
}
