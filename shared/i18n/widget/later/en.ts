/** What stands in the panel a moment after it has opened. */
export default {
  language: 'Language',
  waitingItems: { one: '{count} message is not sent yet', other: '{count} messages are not sent yet' },
};
