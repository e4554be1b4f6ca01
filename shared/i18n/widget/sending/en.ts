/** What becomes of a message and its files; errors and waiting are said by the outbox's own catalogue. */
export default {
  next: 'The team has it. The answer appears here, under “Your conversations”.',
  open: 'Open the conversation',
  another: 'Write another',

  keep: 'Keep it',

  files: 'Pictures and files',
  picture: 'Picture {count}',
  fileWaiting: 'Waiting',
  fileUploading: '{percent} uploaded',
  fileDone: 'Uploaded',
  fileFailed: 'Not uploaded yet',
  fileRefused: 'Not accepted',
  retryFile: 'Try {name} again',
  removeFile: 'Send without {name}',
};
