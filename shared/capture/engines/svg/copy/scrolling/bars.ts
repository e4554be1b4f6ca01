/** The room that an element's own scrollbars take, in CSS pixels; nothing where they lie over the content. */
export interface BarRoom {
  readonly width: number;
  readonly height: number;
}

/** How much room the scrollbars of an element take, or null where it has none or they take none. */
export function barRoom(element: Element): BarRoom | null {
  const { clientWidth, clientHeight, clientLeft, clientTop } = element;
  if ((clientWidth === 0 && clientHeight === 0) || !isSized(element)) return null;
  const width = element.offsetWidth - clientWidth;
  const height = element.offsetHeight - clientHeight;
  // Borders alone are as a rule the same on both sides, and asking for a style is dear.
  if (width === 2 * clientLeft && height === 2 * clientTop) return null;
  const style = getComputedStyle(element);
  const left = (first: string, second: string, whole: number) =>
    Math.max(0, Math.round(whole - Number.parseFloat(first) - Number.parseFloat(second)));
  const room = {
    width: left(style.borderLeftWidth, style.borderRightWidth, width),
    height: left(style.borderTopWidth, style.borderBottomWidth, height),
  };
  return room.width > 0 || room.height > 0 ? room : null;
}

/** Rules for a copy that keep the room of its scrollbars and paint nothing there. */
export function barRules(selector: string, { width, height }: BarRoom): string {
  return (
    `${selector}{scrollbar-width:auto!important;scrollbar-color:auto!important}` +
    `${selector}::-webkit-scrollbar{display:block!important;width:${width}px!important;height:${height}px!important;background:none!important}` +
    `${selector}::-webkit-scrollbar-thumb,${selector}::-webkit-scrollbar-track,${selector}::-webkit-scrollbar-button,${selector}::-webkit-scrollbar-corner{display:none!important}`
  );
}

const isSized = (element: Element): element is HTMLElement => 'offsetWidth' in element;
