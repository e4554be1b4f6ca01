/** What the launcher says besides its label once answers have come. */
export default {
  unread: 'new answers: {count}',
};
