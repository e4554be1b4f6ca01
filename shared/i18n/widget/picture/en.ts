/** The pictures beside a message, the ways they come to be, and the window in which one is drawn on. */
export default {
  title: 'Mark up the screenshot',
  use: 'Use picture',
  cancel: 'Cancel',

  page: 'Visible page',
  area: 'An area of the page',
  element: 'An element of the page',
  exact: 'Exact pixels: share this tab',
  file: 'Choose a file',
  drop: 'Drop pictures here',

  taking: 'Taking the screenshot …',
  sharing: 'Waiting for the shared tab …',
  opening: 'Opening the picture …',
  preparing: 'Preparing the picture …',

  list: 'Pictures',
  edit: 'Edit picture {count}',
  remove: 'Remove picture {count}',
  notCovered: 'Private fields could not be covered in this picture. Black out what nobody should see.',
  smaller: 'The picture was too large and was made smaller: {size} pixels.',

  captureFailed: 'This page could not be captured. There are other ways:',
  notShared: 'Nothing was shared, so there is no picture.',
  wrong: 'This file is not a picture that can be used. PNG, JPEG, WebP and GIF work.',
  heic: 'HEIC photos cannot be opened here. Save the photo as JPEG or PNG, or paste a screenshot of it.',
  damaged: 'This picture is damaged and cannot be opened.',
  tooLarge: 'This picture is too large.',
  full: 'No more than {count} pictures go with one message.',
};
