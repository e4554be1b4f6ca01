/** Width of a text in one line, in image pixels, at a font size in image pixels. */
export type Measure = (text: string, size: number) => number;

/** A guess that needs no font: for where nothing is painted. */
export const estimateWidth: Measure = (text, size) => {
  let width = 0;
  for (const character of text) width += /[\u1100-\uffff]/u.test(character) || character.length > 1 ? 1 : 0.6;
  return width * size;
};
