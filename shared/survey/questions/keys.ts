/**
 * The place to which a key leads from place `from` of `count`: arrows step and stop at the ends, Home and End jump;
 * null for other keys. Where the text runs from right to left, left leads onwards.
 */
export function placeByKey(key: string, from: number, count: number, rtl: boolean): number | null {
  const step = (by: number) => Math.max(0, Math.min(count - 1, from + by));
  switch (key) {
    case 'ArrowRight':
      return step(rtl ? -1 : 1);
    case 'ArrowLeft':
      return step(rtl ? 1 : -1);
    case 'ArrowDown':
      return step(1);
    case 'ArrowUp':
      return step(-1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
