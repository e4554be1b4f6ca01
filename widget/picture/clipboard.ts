/**
 * The picture that was pasted; null where there is none, or where text comes with it: what is copied from a
 * table or a document brings a picture of itself that nobody meant.
 */
export function imageIn(data: DataTransfer | null): File | null {
  if (!data || data.types.includes('text/plain')) return null;
  for (const item of data.items) {
    if (item.kind === 'file' && item.type.startsWith('image/')) return item.getAsFile();
  }
  return null;
}
