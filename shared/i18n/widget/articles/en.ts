/** Articles offered while a question is typed, and the page that shows one. */
export default {
  heading: 'These may answer it',
  found: {
    one: '{count} article may answer your question',
    other: '{count} articles may answer your question',
  },
  loading: 'Loading the article',
  failed: 'The article could not be loaded. Check your connection and try again.',
  tryAgain: 'Try again',
  updated: 'Updated {date}',
  ask: 'Does this answer your question?',
  helped: 'This answered my question',
  stillAsk: 'Still ask',
  thanks: 'Thank you for telling us',
  thanksText: 'Your question is answered, so nothing was sent.',
  close: 'Close',
  another: 'Ask something else',
};
