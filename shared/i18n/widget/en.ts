/** The panel: home, form, sending. What is fetched later brings its own words (folders beside this file). */
export default {
  title: 'Feedback',
  close: 'Close',
  back: 'Back',
  unavailable: 'This part could not be loaded. Check your connection and try again.',
  tryAgain: 'Try again',
  loading: 'Loading …',

  homeTitle: 'How can we help?',
  homeText: 'What you send is read by the team behind this product. The answer appears here.',
  bug: 'Report a problem',
  bugHint: 'Something is broken or looks wrong',
  idea: 'Suggest an idea',
  ideaHint: 'Something is missing or could be better',
  question: 'Ask a question',
  questionHint: 'Often answered at once',
  praise: 'Give praise',
  praiseHint: 'Something works well for you',
  conversations: 'Your conversations',
  unread: { one: '{count} new answer', other: '{count} new answers' },

  bugText: 'What happened, and what did you expect?',
  ideaText: 'What would you like to do?',
  questionText: 'Your question',
  praiseText: 'What do you like?',
  textMissing: 'Please write a few words first.',
  textLeft: { one: '{count} character left', other: '{count} characters left' },
  textLong: {
    one: 'This is {count} character too long. Please shorten it.',
    other: 'This is {count} characters too long. Please shorten it.',
  },
  email: 'E-mail (optional)',
  emailHint: 'Only so that the team can reach you.',
  send: 'Send',

  capture: 'Add a screenshot',
  ways: 'Other ways to add a picture',
  attach: 'Attach a file',
  captureHint: 'Passwords and private fields are blacked out. You can also paste or drop files.',

  context: 'What is sent with it',
};
