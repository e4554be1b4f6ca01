/**
 * The files that were pasted. What is copied from a table or a document brings text and a picture of itself that
 * nobody meant: that is none. A file manager gives its files with their names as text.
 */
export function filesIn(data: DataTransfer | null): File[] {
  if (!data) return [];
  const text = data.types.includes('text/plain');
  if (text && data.types.includes('text/html')) return [];
  // Browsers give a copied picture this name.
  return [...data.files].filter(({ name }) => !text || name !== 'image.png');
}
