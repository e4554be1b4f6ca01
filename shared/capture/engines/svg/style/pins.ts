/** Declarations that hold a box at the size it has now; none for a box that is not laid out. */
export function pinnedSize(element: Element): string {
  const { width, height } = getComputedStyle(element);
  const pins = [
    ['width', width],
    ['height', height],
  ].filter(([, value]) => value?.endsWith('px'));
  return pins.map(([name, value]) => `${name}:${value}!important;`).join('');
}
