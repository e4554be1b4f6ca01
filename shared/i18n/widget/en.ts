/** The panel: home, form, sending. What is fetched later brings its own words (folders beside this file). */
export default {
  title: 'Feedback',
  close: 'Close',
  back: 'Back',
  language: 'Language',
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
  conversations: 'Your conversations',
  unread: { one: '{count} new answer', other: '{count} new answers' },
  waitingItems: { one: '{count} message is not sent yet', other: '{count} messages are not sent yet' },

  bugText: 'What happened, and what did you expect?',
  ideaText: 'What would you like to do?',
  questionText: 'Your question',
  textMissing: 'Please write a few words first.',
  textLeft: { one: '{count} character left', other: '{count} characters left' },
  textLong: {
    one: 'This is {count} character too long. Please shorten it.',
    other: 'This is {count} characters too long. Please shorten it.',
  },
  email: 'E-mail (optional)',
  emailHint: 'Only so that the team can reach you.',
  emailWrong: 'This is not an e-mail address. Correct it or leave it empty.',
  send: 'Send',

  capture: 'Add a screenshot',
  ways: 'Other ways to add a picture',
  captureHint: 'Passwords and private fields are blacked out. You can also paste or drop pictures.',

  context: 'What is sent with it',
};
