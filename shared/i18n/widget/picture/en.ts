/** The pictures beside a message, and the window in which one is drawn on. */
export default {
  title: 'Mark up the screenshot',
  use: 'Use picture',
  cancel: 'Cancel',

  list: 'Pictures',
  edit: 'Edit picture {count}',
  remove: 'Remove picture {count}',
  captureFailed: 'The page could not be captured. Paste a screenshot into the text instead.',
  wrong: 'This file is not a picture that can be used. PNG, JPEG, WebP and GIF up to 10 MB work.',
  full: 'No more than {count} pictures go with one message.',
};
