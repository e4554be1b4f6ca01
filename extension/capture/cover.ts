/** What is covered in pictures of pages, beside passwords, card fields and what a page marks private. */
export type Cover = {
  /** Everything people can type into or choose from. */
  fields: boolean;
  /** All text, fields included. */
  text: boolean;
};
