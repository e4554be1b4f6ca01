/** A survey: the card beside the page, and its questions, which also stand in a closed conversation. */
export default {
  label: 'Survey',
  /** Said to a screen reader when the card comes: it does not take the focus. */
  arrived: 'There is a question for you at the end of the page: {question}',
  close: 'Not now',
  done: 'Close',
  progress: 'Question {number} of {total}',
  point: '{score} of {max}',
  pointNamed: '{score} of {max}: {label}',
  npsLow: 'Not at all likely',
  npsHigh: 'Extremely likely',
  csatLow: 'Very dissatisfied',
  csatHigh: 'Very satisfied',
  several: 'You can choose more than one.',
  back: 'Back',
  skip: 'Skip',
  next: 'Next',
  send: 'Send',
  chooseOne: 'Choose at least one.',
  writeSomething: 'Write a few words first.',
  thanks: 'Thank you. Your answer helps us decide what comes next.',
};
