import type { Page } from 'playwright';

/**
 * How every part below a shadow root that can be seen is drawn and where it stands.
 * @param path selectors of the hosts, each within the shadow root of the one before
 */
export const look = (page: Page, path: readonly string[]): Promise<string[]> =>
  page.evaluate((hosts) => {
    let root: Document | ShadowRoot | null = document;
    for (const host of hosts) root = root?.querySelector(host)?.shadowRoot ?? null;
    const names = [
      'display',
      'position',
      'color',
      'background-color',
      'font-family',
      'font-size',
      'font-weight',
      'line-height',
      'letter-spacing',
      'text-transform',
      'text-align',
      'direction',
      'visibility',
      'opacity',
      'padding-top',
      'margin-top',
      'border-top-width',
      'border-top-color',
      'cursor',
      'filter',
      'pointer-events',
      'stroke',
      'fill',
    ];
    return [...(root?.querySelectorAll('*') ?? [])]
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        return (
          width > 0 &&
          height > 0 &&
          element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
        );
      })
      .map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const style = getComputedStyle(element);
        return [
          `${element.tagName} ${element.getAttribute('class')}`,
          [x, y, width, height].map(Math.round).join(' '),
          ...names.map((name) => `${name}: ${style.getPropertyValue(name)}`),
        ].join('; ');
      });
  }, path);
