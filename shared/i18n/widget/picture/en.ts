/** The pictures and files beside a message, the ways they come to be, and the window in which a picture is drawn on. */
export default {
  title: 'Mark up the screenshot',
  use: 'Use picture',
  cancel: 'Cancel',

  page: 'Visible page',
  area: 'An area of the page',
  element: 'An element of the page',
  exact: 'Exact pixels: share this tab',
  file: 'Choose a file',
  drop: 'Drop pictures and files here',

  taking: 'Taking the screenshot …',
  sharing: 'Waiting for the shared tab …',
  opening: 'Opening the file …',
  preparing: 'Preparing the picture …',

  list: 'Pictures',
  attached: 'The picture is attached.',
  edit: 'Edit picture {count}',
  remove: 'Remove picture {count}',
  notCovered: 'Private fields could not be covered in this picture. Black out what nobody should see.',
  smaller: 'The picture was too large and was made smaller: {size} pixels.',

  captureFailed: 'This page could not be captured. There are other ways:',
  notShared: 'Nothing was shared, so there is no picture.',
  heic: 'HEIC photos cannot be opened here. Save the photo as JPEG or PNG, or paste a screenshot of it.',
  damaged: 'This picture is damaged and cannot be opened.',
  tooLarge: 'This picture is too large.',
  full: 'No more than {count} pictures and files go with one message.',

  files: 'Files',
  removeFile: 'Remove {name}',
  added: '{name} is attached.',
  fileEmpty: '“{name}” is empty.',
  fileTooLarge: '“{name}” is larger than {size}.',
  fileWrong:
    '“{name}” is of a kind that cannot be sent. Pictures, PDF, text, CSV, JSON, ZIP, MP4 and WebM work.',
  fileNotUtf8: '“{name}” is not saved as UTF-8. Save it as UTF-8, or put it into a ZIP file.',
  fileUnreadable: '“{name}” cannot be read. A folder can be sent as a ZIP file.',
};
