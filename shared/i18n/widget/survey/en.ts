/** The card with the NPS question. */
export default {
  label: 'One question',
  question: 'How likely are you to recommend this product to a friend or colleague?',
  lowest: 'Not at all likely',
  highest: 'Extremely likely',
  score: '{score} of 10',
  why: 'What is the main reason for your score?',
  send: 'Send',
  skip: 'Skip',
  close: 'Not now',
  done: 'Close',
  thanks: 'Thank you. Your answer helps us decide what comes next.',
};
