/** The few words that stand on the page before the widget is opened; part of the loader. */
export default {
  label: 'Feedback',
  failed: 'Could not open. Try again.',
};
