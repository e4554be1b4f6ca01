/** The few words that stand on the page before the widget is opened; part of the loader. */
export default {
  label: 'Feedback',
  unread: 'new answers: {count}',
  failed: 'Feedback could not be opened. Check your connection and try again.',
};
