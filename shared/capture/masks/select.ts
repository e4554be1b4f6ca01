/** What is private on any page, whatever the host says. */
const ALWAYS_PRIVATE = ['input[type="password" i]', '[data-private]'];

/** What people type and choose; buttons show the page's own words. */
const FIELDS = [
  'input:not([type="button" i], [type="submit" i], [type="reset" i], [type="image" i], [type="hidden" i])',
  'textarea',
  'select',
  '[contenteditable]:not([contenteditable="false" i])',
  '[role="textbox"]',
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
    try {
      document.createDocumentFragment().querySelector(selector);
      return true;
    } catch {
      console.warn(`Hearback: "${selector}" is not a CSS selector; nothing is masked by it.`);
      return false;
    }
  });
  const selector = [...ALWAYS_PRIVATE, ...(fields ? FIELDS : []), ...valid].join(',');
  const test = (element: Element) =>
    element.matches(selector) || PRIVATE_AUTOCOMPLETE.test(element.getAttribute('autocomplete') ?? '');
  return Object.assign(test, { candidates: `${selector},[autocomplete]` });
}
