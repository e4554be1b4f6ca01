/** Where the inbox shows a board. */
export function boardAddress(where: { inboxUrl: string; boardId: string }): string {
  return `${where.inboxUrl}/#/boards/${where.boardId}`;
}
