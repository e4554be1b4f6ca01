/** Where a key leads among `count` articles from the one at `at`; `text` is the field above; null: nowhere. */
export function nextByKey(key: string, at: number, count: number): number | 'text' | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, count - 1);
    case 'ArrowUp':
      return at === 0 ? 'text' : at - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** Whether the arrow down, pressed in the text, can only mean the articles below: the cursor is at its end. */
export const leavesText = (
  event: KeyboardEvent,
  { selectionStart, selectionEnd, value }: HTMLTextAreaElement,
) =>
  event.key === 'ArrowDown' &&
  !event.isComposing &&
  !(event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) &&
  selectionStart === selectionEnd &&
  selectionEnd === value.length;
