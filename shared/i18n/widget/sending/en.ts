/** After the server has taken a message; the ways there are said by the outbox's own catalogue. */
export default {
  next: 'The team has it. The answer appears here, under “Your conversations”.',
  open: 'Open the conversation',
  another: 'Write another',
};
