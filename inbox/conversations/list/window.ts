/** Which rows of equal height are in sight, with some to spare on both sides: [first, end). All sizes in px. */
export function visibleRows(
  scrollTop: number,
  height: number,
  rowHeight: number,
  count: number,
  spare = 6,
): { first: number; end: number } {
  const first = Math.max(0, Math.min(Math.floor(scrollTop / rowHeight) - spare, count));
  const end = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + spare);
  return { first, end: Math.max(first, end) };
}

/**
 * Where to scroll so that what the reader looks at stays in place after rows came or went above it. The row at
 * the top edge is the anchor, or the nearest one below it that is still there. At the very top nothing is held,
 * so that new rows are seen.
 */
export function heldScroll(
  before: readonly { id: string }[],
  now: readonly { id: string }[],
  scrollTop: number,
  rowHeight: number,
): number {
  if (scrollTop < rowHeight / 2) return scrollTop;
  const places = new Map(now.map((row, index) => [row.id, index]));
  for (let index = Math.floor(scrollTop / rowHeight); index < before.length; index++) {
    const place = places.get(before[index]?.id ?? '');
    if (place !== undefined) return scrollTop + (place - index) * rowHeight;
  }
  return scrollTop;
}
